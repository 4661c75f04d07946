import { account, answer, connector, field } from "./__tests__/fixtures"
import { draftOf, newDraft, withCredential, withTest, type Draft } from "./draft"
import { blockingStep, errorsOf, firstStep, stepsFrom, type StepName, type WizardState } from "./steps"

const now = new Date()
const platform = connector()
const typed = withCredential({ ...newDraft([platform], now), name: "Northwind" }, "key", "secret")
const ready = withTest(typed, answer())
const again = withTest(typed, answer({ connected_as: { id: "mpacc_1", name: "First" } }))
const consent = connector({ capabilities: ["authorization"], authorization_choices: [field("country")] })
const period: Draft = { ...ready, firstImport: "period" }
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

const stateOf = (draft: Draft, more: Partial<WizardState> = {}): WizardState => ({
  ...{ draft, connector: platform, account: undefined },
  ...more,
})

describe("a step says what is missing or wrong", () => {
  it.each<[StepName, string, WizardState, ReturnType<typeof errorsOf>]>([
    ["platform", "nothing", stateOf(ready), {}],
    ["platform", "a platform", stateOf(ready, { connector: undefined }), { platform: "required" }],
    ["platform", "a name of more than spaces", stateOf({ ...ready, name: "  " }), { name: "required" }],
    ["access", "nothing", stateOf(ready), {}],
    ["access", "what the platform needs", stateOf(withCredential(ready, "key", " ")), { key: "required" }],
    ["access", "what does not look right", stateOf(withCredential(ready, "key", "7")), { key: "malformed" }],
    [
      "access",
      "what has to be chosen before the consent page, not what would be typed",
      stateOf({ ...newDraft([consent], now) }, { connector: consent }),
      { country: "required" },
    ],
    ["test", "nothing once the platform has answered", stateOf(ready), {}],
    ["test", "the test itself", stateOf(typed), { test: "untested" }],
    ["test", "a label for a seller's second account", stateOf(again), { marketplace_set: "required" }],
    [
      "test",
      "a label of small letters",
      stateOf({ ...again, marketplaceSet: "Europe!" }),
      { marketplace_set: "label_malformed" },
    ],
    ["test", "nothing with a label", stateOf({ ...again, marketplaceSet: "europe" }), {}],
    ["marketplaces", "nothing", stateOf(ready), {}],
    ["marketplaces", "one at least", stateOf({ ...ready, enabled: [] }), { marketplaces: "none_chosen" }],
    ["marketplaces", "nothing where there are none", stateOf({ ...typed, enabled: [] }), {}],
    ["store", "nothing ever: empty has a meaning", stateOf(ready), {}],
    ["start", "nothing", stateOf(ready), {}],
    ["start", "from when on", stateOf({ ...ready, activatedAt: null }), { activated_at: "required" }],
    ["start", "nothing, with a past period", stateOf(period), {}],
    ["start", "the period's beginning", stateOf({ ...period, from: null }), { from: "required" }],
    ["start", "the period's end", stateOf({ ...period, to: null }), { to: "required" }],
    ["start", "nothing with a single day", stateOf({ ...period, from: daysAgo(3), to: daysAgo(3) }), {}],
    [
      "start",
      "an end after the beginning",
      stateOf({ ...period, from: daysAgo(3), to: daysAgo(5) }),
      { to: "period_backwards" },
    ],
  ])("%s: %s", (step, _what, state, errors) => {
    expect(errorsOf(step, state)).toEqual(errors)
  })
})

describe("going on", () => {
  const done = draftOf(account(), now)

  it.each<[string, StepName, WizardState, StepName | undefined]>([
    ["leads to the next step when nothing is missing", "start", stateOf(ready), undefined],
    ["stops at the first step with something missing", "start", stateOf(newDraft([], now)), "platform"],
    ["stops at the test when the access data was changed", "marketplaces", stateOf(typed), "test"],
    ["is never stopped on the way back", "platform", stateOf({ ...ready, name: "" }), undefined],
    ["asks nothing twice after a consent", "start", stateOf(done, { account: account() }), undefined],
    [
      "stops after a consent too",
      "start",
      stateOf({ ...done, enabled: [] }, { account: account() }),
      "marketplaces",
    ],
  ])("%s", (_what, target, state, stop) => {
    expect(blockingStep(target, firstStep(state.account), state)).toBe(stop)
  })

  it("has three steps left after a consent", () => {
    expect(stepsFrom(firstStep(account()))).toEqual(["marketplaces", "store", "start"])
  })
})
