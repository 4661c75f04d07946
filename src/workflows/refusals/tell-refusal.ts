import type { Language } from "../../connector"
import type { Complaint, Refusal } from "./refusal"
import { refusalTexts } from "./texts"

const MOST_COMPLAINTS = 5

const fill = (template: string, details: Record<string, string>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_placeholder, name: string) =>
    Object.hasOwn(details, name) ? details[name] : "?",
  )

function tellComplaint({ field, code, details, said }: Complaint, language: Language): string {
  const { complaints, field: frame } = refusalTexts[language]
  // A connector's own sentence about its field is English.
  const reason = said && language === "en" ? said : fill(complaints[code], details)
  return fill(frame, { field, reason })
}

/** A refusal as a sentence in the reader's language. */
export function tellRefusal({ code, details, complaints }: Refusal, language: Language): string {
  const { refusals, states } = refusalTexts[language]
  const state = Object.entries(states).find(([name]) => name === details.state)?.[1]
  const told = complaints.slice(0, MOST_COMPLAINTS).map((one) => tellComplaint(one, language))
  return fill(refusals[code], { ...details, ...(state ? { state } : {}), complaints: told.join("; ") })
}
