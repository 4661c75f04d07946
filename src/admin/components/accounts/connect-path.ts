/** The list of accounts with the wizard open, and the platform chosen where it is known. */
export const connectPath = (providerId: string | null): string =>
  `/marketplaces?${new URLSearchParams({ connect: providerId ?? "1" }).toString()}`
