import type { AccountSettings } from "../../../../modules/marketplace/settings"
import { aContext, aSite } from "../../../import/rules/__tests__/a-context"
import type { RuleSite } from "../../../import/rules/context"
import { stockLocationsOf } from "./locations"

const store = { defaultSalesChannelId: "shop", locationsByChannel: new Map([["shop", "shop-shelf"]]) }

describe("the stock of an account", () => {
  const cases: [string, Partial<AccountSettings>, RuleSite[], string[]][] = [
    ["is counted at the account's location", {}, [aSite()], ["shelf"]],
    [
      "is counted at a marketplace's own location first",
      {},
      [aSite({ stockLocationId: "us-shelf" })],
      ["us-shelf"],
    ],
    [
      "is counted at the locations of all marketplaces, each once",
      {},
      [aSite(), aSite({ stockLocationId: "us-shelf" }), aSite()],
      ["shelf", "us-shelf"],
    ],
    [
      "is not counted where a marketplace is switched off",
      {},
      [aSite(), aSite({ stockLocationId: "us-shelf", enabled: false })],
      ["shelf"],
    ],
    [
      "is counted at the first location of the store's channel otherwise",
      { stock_location_id: null },
      [aSite()],
      ["shop-shelf"],
    ],
    [
      "is counted nowhere where the channel has no location",
      { stock_location_id: null },
      [aSite({ salesChannelId: "other" })],
      [],
    ],
    ["is never the platform's own", { stock_location_id: "platform-shelf" }, [aSite()], []],
    ["is never the platform's own in a marketplace", {}, [aSite({ platformLocationId: "shelf" })], []],
  ]

  it("is counted as well where the account maps it to a location of the platform, but never at the platform's own", () => {
    const { account } = aContext({ settings: {}, sites: [aSite()] })
    const mapped = ["shelf", "branch", "platform-shelf"]
    expect(stockLocationsOf(account, { ...store, mapped })).toEqual(["shelf", "branch"])
  })

  it.each(cases)("%s", (_what, settings, sites, locations) => {
    expect(stockLocationsOf(aContext({ settings, sites }).account, store)).toEqual(locations)
  })
})
