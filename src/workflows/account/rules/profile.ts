import type { Verification } from "../../../connector"

/** What the platform tells of the store behind an account. */
export type AccountProfile = {
  store_name: string | null
  /** BCP 47. */
  language: string | null
  /** Tax document of the company, as the platform has it: to be held against the store's own. */
  company_document: string | null
}

/** The column `profile` of an account: as the platform told it when it was verified last. */
export const profileOf = ({ storeName, language, companyDocument }: Verification): AccountProfile => ({
  store_name: storeName,
  language: language ?? null,
  company_document: companyDocument ?? null,
})
