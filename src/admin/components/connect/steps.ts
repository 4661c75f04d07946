import type { Account, Connector } from "../../lib/answers"
import { choiceFor, credentialsFor, firstPeriod, marketplacesOf, type Draft } from "./draft"

export const stepNames = ["platform", "access", "test", "marketplaces", "store", "start"] as const
export type StepName = (typeof stepNames)[number]

/** Why a field cannot stay as it is; the text is `connect.error.<reason>`. */
export type FieldError =
  "required" | "malformed" | "label_malformed" | "none_chosen" | "period_backwards" | "untested"
export type FieldErrors = { [field: string]: FieldError | undefined }

export type WizardState = { draft: Draft; connector: Connector | undefined; account: Account | undefined }

const LABEL = /^[a-z0-9-]{1,50}$/

/** As far as the connector's JSON schema of its credentials says it; the connector itself has the last word. */
function credentialErrors(draft: Draft, connector: Connector): FieldErrors {
  const { required = [], properties = {} } = connector.credentials_schema
  const given = credentialsFor(draft, connector)
  return Object.fromEntries(
    connector.credential_fields.flatMap(({ name }): [string, FieldError][] => {
      const value = given[name]
      if (value === undefined) return required.includes(name) ? [[name, "required"]] : []
      const schema = properties[name]
      const pattern = typeof schema === "object" ? schema.pattern : undefined
      return pattern && !new RegExp(pattern).test(value) ? [[name, "malformed"]] : []
    }),
  )
}

function choiceErrors(draft: Draft, connector: Connector): FieldErrors {
  const given = choiceFor(draft, connector)
  return Object.fromEntries(
    connector.authorization_choices.flatMap(({ name }) => (given[name] ? [] : [[name, "required" as const]])),
  )
}

const rules: Record<StepName, (state: WizardState) => FieldErrors> = {
  platform: ({ draft, connector }) => ({
    ...(connector ? {} : { platform: "required" }),
    ...(draft.name.trim() ? {} : { name: "required" }),
  }),
  access: ({ draft, connector }) => {
    if (!connector) return {}
    return draft.way === "consent" ? choiceErrors(draft, connector) : credentialErrors(draft, connector)
  },
  test: ({ draft }) => {
    if (!draft.tested) return { test: "untested" }
    if (!draft.tested.connected_as) return {}
    const label = draft.marketplaceSet.trim()
    if (!label) return { marketplace_set: "required" }
    return LABEL.test(label) ? {} : { marketplace_set: "label_malformed" }
  },
  marketplaces: ({ draft, account }) =>
    marketplacesOf(draft, account).length && !draft.enabled.length ? { marketplaces: "none_chosen" } : {},
  // Each of them may stay empty: that has a meaning of its own.
  store: () => ({}),
  start: ({ draft }) => {
    if (!draft.activatedAt) return { activated_at: "required" }
    if (draft.firstImport === "from_now") return {}
    if (!draft.from) return { from: "required" }
    if (!draft.to) return { to: "required" }
    const period = firstPeriod(draft, new Date())
    return period && period.from < period.to ? {} : { to: "period_backwards" }
  },
}

/** What is still missing or wrong in a step, by field. */
export const errorsOf = (step: StepName, state: WizardState): FieldErrors => rules[step](state)

/** An account that a consent connected has its first three steps behind it. */
export const firstStep = (account: Account | undefined): StepName => (account ? "marketplaces" : "platform")

/** The steps that this wizard goes through itself. */
export const stepsFrom = (first: StepName): StepName[] => stepNames.slice(stepNames.indexOf(first))

/** The step that stands in the way of `target`: the first before it with something missing. */
export const blockingStep = (target: StepName, first: StepName, state: WizardState): StepName | undefined =>
  stepsFrom(first)
    .slice(0, stepsFrom(first).indexOf(target))
    .find((step) => Object.keys(errorsOf(step, state)).length > 0)
