import type { ConnectorDescription } from "../../../connector"
import { checkDefaultSettings } from "./connectors"

const beginningWith = (defaultSettings: ConnectorDescription["defaultSettings"]) => ({
  describe: () => ({ defaultSettings }) as ConnectorDescription,
})

describe("the settings that a connector's accounts begin with", () => {
  it.each([undefined, {}, { review_first: true, customer_rule: "name_and_document" }])(
    "are taken when every account can have them: %j",
    (settings) => {
      expect(() => checkDefaultSettings("shop", beginningWith(settings))).not.toThrow()
    },
  )

  it.each([
    [{ review_frist: true }, "review_frist"],
    [{ stock_policy: "maybe" }, "stock_policy"],
    [{ interval_minutes: 0 }, "interval_minutes"],
  ])("stop the boot by name when none can: %j", (settings, named) => {
    expect(() => checkDefaultSettings("shop", beginningWith(settings))).toThrow(
      new RegExp(`The connector "shop" begins accounts with a setting .*${named}`),
    )
  })
})
