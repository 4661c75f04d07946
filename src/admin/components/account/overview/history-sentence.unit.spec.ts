import { accountEvents } from "../../../../modules/marketplace/history-events"
import { sentenceOf } from "./history-sentence"

describe("a line of an account's history is told by a sentence", () => {
  it.each(accountEvents)("%s has one of its own", (event) => {
    expect(sentenceOf({ event, details: {} }).sentence).not.toBe("other")
  })

  it.each([
    ["connected", { marketplaces: 3 }, { sentence: "connected", values: { count: 3 } }],
    [
      "changed",
      { fields: ["name", "settings.team"] },
      { sentence: "changed", values: {}, fields: ["name", "settings.team"] },
    ],
    ["paused", { state: "paused" }, { sentence: "paused", values: {} }],
    [
      "cursor_moved",
      { resource: "orders", position: "2026-03-04T09:15:00.000Z" },
      { sentence: "cursor_moved", values: { from: "2026-03-04T09:15:00.000Z" } },
    ],
    [
      "import_requested",
      { run_id: "mprun_1", references: 2 },
      { sentence: "import_of_references", values: { count: 2 } },
    ],
    [
      "import_requested",
      { run_id: "mprun_1", from: "2026-03-01T00:00:00.000Z", to: "2026-03-02T00:00:00.000Z" },
      {
        sentence: "import_of_period",
        values: { from: "2026-03-01T00:00:00.000Z", to: "2026-03-02T00:00:00.000Z" },
      },
    ],
    [
      "listing_mapped",
      { listing_key: "MUG", state: "ignored" },
      { sentence: "listing_ignored", values: { name: "MUG" } },
    ],
    ["seen", {}, { sentence: "other", values: { name: "seen" } }],
  ] as const)("%s %j", (event, details, told) => {
    expect(sentenceOf({ event, details })).toEqual(told)
  })
})
