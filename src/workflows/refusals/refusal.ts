import { MedusaError } from "@medusajs/framework/utils"
import { refusalTypes, type RefusalCode } from "./codes"
import { tellRefusal } from "./tell-refusal"
import type { ComplaintCode, DetailsOf } from "./texts"

/** What is wrong with one field; it names the field and never repeats what was typed there, which may be a secret. */
export type Complaint = {
  field: string
  code: ComplaintCode
  details: Record<string, string>
  /** The sentence of a connector's own rule, in English. */
  said?: string
}

/** Why something is refused, in no language yet. */
export type Refusal = { code: RefusalCode; details: Record<string, string>; complaints: Complaint[] }

/**
 * What we refuse, as Medusa knows errors: type, code, and the English sentence as message. Like a connector's failure it is
 * recognised by its brand, since what a workflow throws is a copy.
 */
export class RefusalError extends MedusaError {
  readonly marketplaceRefusal: Refusal

  constructor(refused: Refusal) {
    super(refusalTypes[refused.code], tellRefusal(refused, "en"), refused.code)
    this.marketplaceRefusal = refused
  }
}

/** The refusal a thrown value stands for, or undefined when it is something else. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (typeof thrown === "object" && thrown !== null && "marketplaceRefusal" in thrown) {
    return (thrown as RefusalError).marketplaceRefusal
  }
  return undefined
}

/** Refuses what a person wants; the details fill the text's placeholders. */
export const refusal = <Code extends Exclude<RefusalCode, "fields_invalid">>(
  code: Code,
  details: DetailsOf<"refusals", Code>,
): RefusalError => new RefusalError({ code, details, complaints: [] })

/** Refuses a request for what is wrong with its fields. */
export const invalidFields = (complaints: Complaint[]): RefusalError =>
  new RefusalError({ code: "fields_invalid", details: {}, complaints })

/** Refuses a request for what is wrong with one field. */
export const invalidField = <Code extends ComplaintCode>(
  field: string,
  code: Code,
  details: DetailsOf<"complaints", Code>,
): RefusalError => invalidFields([{ field, code, details }])
