import { account, answer, connector, field } from "./__tests__/fixtures"
import {
  choiceFor,
  credentialsFor,
  draftOf,
  firstPeriod,
  marketplacesOf,
  newDraft,
  setUpOf,
  waysOf,
  withConnector,
  withCredential,
  withTest,
} from "./draft"

const now = new Date("2026-03-04T09:15:00.000Z")
const consenting = connector({ id: "consenting", capabilities: ["authorization"] })
const fresh = newDraft([connector()], now)
const tested = withTest(withCredential(fresh, "key", "secret"), answer())

describe("the ways to connect a platform, the easiest first", () => {
  it.each([
    ["a consent page and typed data", consenting, ["consent", "typed"]],
    ["a consent page alone", { ...consenting, credential_fields: [] }, ["consent"]],
    ["typed data alone", connector(), ["typed"]],
    ["neither: there is nothing to type", connector({ credential_fields: [] }), ["typed"]],
  ])("%s", (_what, platform, ways) => {
    expect(waysOf(platform)).toEqual(ways)
  })
})

describe("the wizard begins", () => {
  it.each([
    ["with the only platform chosen, in its easiest way", [consenting], "consenting", "consent"],
    ["with none chosen of two", [connector(), consenting], "", "typed"],
    ["with none, when none is configured", [], "", "typed"],
  ])("%s", (_what, platforms, providerId, way) => {
    expect(newDraft(platforms, now)).toMatchObject({ providerId, way, name: "", activatedAt: now })
  })

  it("with the platform that is named, as when a consent is begun again", () => {
    expect(newDraft([connector(), consenting], now, "consenting").providerId).toBe("consenting")
    expect(newDraft([connector(), consenting], now, "gone").providerId).toBe("")
  })

  it("with a review first, where the platform begins so", () => {
    const careful = connector({ id: "careful", default_settings: account({ review_first: true }).settings })
    expect(newDraft([careful], now).reviewFirst).toBe(true)
    expect(withConnector(newDraft([connector(), careful], now), careful).reviewFirst).toBe(true)
  })

  it("for an account that a consent has connected with what it has: its marketplaces, and where its orders land", () => {
    expect(draftOf(account({ review_first: true, stock_location_id: "shelf" }), now)).toMatchObject({
      ...{ providerId: "toy", name: "Northwind", enabled: ["us"] },
      ...{ store: { stock_location_id: "shelf" }, reviewFirst: true, importAutomatically: true },
    })
  })
})

describe("a test of the connection", () => {
  it("switches on the marketplaces in which we take part", () => {
    expect(tested.enabled).toEqual(["us"])
  })

  it.each([
    ["another letter in the access data", withCredential(tested, "key", "secrets")],
    ["another platform", withConnector(tested, consenting)],
  ])("has to be done again after %s", (_change, draft) => {
    expect(draft.tested).toBeNull()
  })

  it("leaves what was typed for coming back to the first platform", () => {
    expect(withConnector(tested, consenting).credentials).toEqual({ key: "secret" })
  })
})

describe("what is sent of what was typed", () => {
  const platform = connector({
    credential_fields: [field("key"), field("shop")],
    authorization_choices: [field("country")],
  })

  it.each([
    ["without the spaces of a paste", { key: " secret\n" }, { key: "secret" }],
    ["without empty fields", { key: "secret", shop: "  " }, { key: "secret" }],
    ["without another platform's", { key: "secret", token: "other" }, { key: "secret" }],
  ])("access data %s", (_what, credentials, sent) => {
    expect(credentialsFor({ ...fresh, credentials }, platform)).toEqual(sent)
  })

  it("choices of this platform only", () => {
    const choice = { country: "us", region: "other" }
    expect(choiceFor({ ...fresh, choice }, platform)).toEqual({ country: "us" })
  })
})

describe("what an account is saved with", () => {
  const only = [{ value: "one", label: "One" }]
  const empty = { sales_channel_id: null, stock_location_id: null, platform_location_id: null }
  const whole = {
    sites: [
      { external_id: "us", enabled: true },
      { external_id: "br", enabled: false },
    ],
    activated_at: now.toISOString(),
    settings: { set_up: true, import_automatically: true, review_first: false, ...empty },
  }
  const where = { sales_channel_id: "one", stock_location_id: "one" }

  it.each([
    ["a new one with what the platform told", tested, undefined, {}, whole],
    ["one that a consent has connected just so", draftOf(account(), now), account(), {}, whole],
    [
      "the only sales channel and location of the store",
      tested,
      undefined,
      { sales_channels: only, stock_locations: only },
      { ...whole, settings: { ...whole.settings, ...where } },
    ],
    [
      "what was chosen instead",
      { ...tested, store: { platform_location_id: "fba" }, reviewFirst: true, importAutomatically: false },
      undefined,
      {},
      {
        ...whole,
        settings: {
          ...empty,
          ...{ set_up: true, import_automatically: false, review_first: true, platform_location_id: "fba" },
        },
      },
    ],
  ])("%s", (_what, draft, existing, choices, saved) => {
    expect(setUpOf(draft, existing, choices, now)).toEqual(saved)
  })

  it("nothing to switch on where the platform knows no marketplaces", () => {
    expect(marketplacesOf(fresh, undefined)).toEqual([])
  })
})

describe("the period of the first import", () => {
  const day = (of: number, hour: number) => new Date(2026, 2, of, hour)
  const noon = day(4, 12)
  const until = (of: number) => new Date(2026, 2, of, 23, 59, 59, 999).toISOString()

  it.each([
    ["none, when it begins from now on", "from_now", day(1, 10), day(2, 10), null],
    ["none, while a day is missing", "period", null, day(2, 10), null],
    ["whole days", "period", day(1, 10), day(2, 10), { from: day(1, 0).toISOString(), to: until(2) }],
    [
      "up to this moment at most",
      "period",
      day(1, 10),
      day(4, 10),
      { from: day(1, 0).toISOString(), to: noon.toISOString() },
    ],
  ] as const)("%s", (_what, firstImport, from, to, period) => {
    expect(firstPeriod({ ...fresh, firstImport, from, to }, noon)).toEqual(period)
  })
})
