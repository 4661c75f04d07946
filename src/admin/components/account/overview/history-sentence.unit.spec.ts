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
    ["writer_on", { writer: "shipments" }, { sentence: "writer_on_shipments", values: {} }],
    ["writer_stopped_on_copy", { writer: "stock" }, { sentence: "writer_stopped_on_copy_stock", values: {} }],
    [
      "listings_read",
      { read: 12, is_new: 3, matched: 1 },
      { sentence: "listings_read", values: { count: 12 } },
    ],
    ["listings_read", { marketplace: "us" }, { sentence: "listings_read_failed", values: {} }],
    [
      "inbound_transfer",
      { reference: "FBA15", lines: 1, units: 40 },
      { sentence: "inbound_transfer", values: { name: "FBA15", count: 40 } },
    ],
    [
      "stock_braked",
      { zeroed: 3, raised: 1, listings: 9 },
      { sentence: "stock_braked", values: { count: 4, other: 9 } },
    ],
    [
      "privacy_requested",
      { kind: "customer_data", request: "mppriv_1" },
      { sentence: "privacy_requested_customer_data", values: {} },
    ],
    [
      "privacy_done",
      { kind: "customer_redact", request: "mppriv_1", orders: 3, held: 0 },
      { sentence: "privacy_done_customer_redact", values: { count: 3 } },
    ],
    [
      "privacy_done",
      { kind: "store_redact", request: "mppriv_1", orders: 0, connected_again: true },
      { sentence: "privacy_done_connected_again", values: {} },
    ],
    ["personal_data_purged", { orders: 12 }, { sentence: "personal_data_purged", values: { count: 12 } }],
    ["seen", {}, { sentence: "other", values: { name: "seen" } }],
  ] as const)("%s %j", (event, details, told) => {
    expect(sentenceOf({ event, details })).toEqual(told)
  })
})
