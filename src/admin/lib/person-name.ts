type Person = { first_name?: string | null; last_name?: string | null; email: string }

/** What an administrator of the store is called: by name, or by e-mail where there is none. */
export const personName = ({ first_name, last_name, email }: Person): string =>
  [first_name, last_name].filter(Boolean).join(" ") || email
