import type { z } from "@medusajs/framework/zod"
import { invalidFields, type Complaint } from "./refusal"
import { refusalTexts, type ComplaintCode } from "./texts"

type Issue = z.core.$ZodIssue
type Found = Omit<Complaint, "field">

const found = (code: ComplaintCode, details: Record<string, string> = {}): Found => ({ code, details })

const expected: Record<string, ComplaintCode> = {
  string: "not_text",
  number: "not_number",
  int: "not_whole_number",
  boolean: "not_yes_or_no",
  array: "not_list",
}
const below: Record<string, ComplaintCode> = { number: "too_small", string: "too_short", array: "too_few" }
const above: Record<string, ComplaintCode> = { number: "too_big", string: "too_long", array: "too_many" }

const isComplaintCode = (text: string): text is ComplaintCode =>
  Object.hasOwn(refusalTexts.en.complaints, text)

/** What a schema of ours says when a rule of its own is broken; `params` of the rule fill the text's placeholders. */
export const saying = (code: ComplaintCode): ComplaintCode => code

/** Values of the issue that a rule of ours put there, such as a limit. */
const paramsOf = (issue: Issue): Record<string, string> =>
  issue.code === "custom"
    ? Object.fromEntries(Object.entries(issue.params ?? {}).map(([name, value]) => [name, String(value)]))
    : {}

/** What an issue of zod says, by its kind; rules of ours carry the code of their complaint as message. */
function complaintOf(issue: Issue): Found {
  const missing = issue.code === "invalid_type" || issue.code === "invalid_value"
  if (missing && issue.input === undefined) return found("required")
  if (isComplaintCode(issue.message)) return found(issue.message, paramsOf(issue))
  // Bounds that are not reached themselves ("more than") are no rule of ours.
  if ("inclusive" in issue && issue.inclusive === false) return { ...found("malformed"), said: issue.message }
  switch (issue.code) {
    case "unrecognized_keys":
      return found("field_unknown")
    case "invalid_type":
      return found(expected[issue.expected] ?? "malformed")
    case "invalid_value":
      return found("option_unknown", { options: issue.values.map(String).join(", ") })
    case "too_small":
      if (issue.origin !== "number" && issue.minimum === 1) return found("empty")
      return found(below[issue.origin] ?? "malformed", { bound: String(issue.minimum) })
    case "too_big":
      return found(above[issue.origin] ?? "malformed", { bound: String(issue.maximum) })
    default:
      return { ...found("malformed"), said: issue.message }
  }
}

/** Where the trouble is, in the words of the request; an unknown field is named by itself. */
function fieldsOf(issue: Issue, at: string): string[] {
  const path = [...(at ? [at] : []), ...issue.path].join(".")
  if (issue.code !== "unrecognized_keys") return [path || "body"]
  return issue.keys.map((key) => (path ? `${path}.${key}` : key))
}

/**
 * Checks what came in; `at` is its place in the request, when it is not all of it. Every complaint names its field, and none
 * repeats a value: values may be secrets.
 * @throws RefusalError fields_invalid
 */
export function checkFields<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  at = "",
): z.infer<Schema> {
  // With the input of an issue "missing" and "wrong" can be told apart; it goes no further than this file.
  const parsed = schema.safeParse(given, { reportInput: true })
  if (parsed.success) return parsed.data
  throw invalidFields(
    parsed.error.issues.flatMap((issue) =>
      fieldsOf(issue, at).map((field) => ({ field, ...complaintOf(issue) })),
    ),
  )
}
