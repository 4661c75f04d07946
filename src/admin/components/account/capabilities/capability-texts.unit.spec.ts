import { toldCapabilities } from "./capability-texts"

describe("what a tab tells of a connector", () => {
  it.each([
    ["orders", ["orders"], ["changes"]],
    ["orders", ["orders", "changes"], ["changes"]],
    ["orders", ["orders", "webhooks"], ["webhooks"]],
    ["stock", [], ["stock", "locations", "inventory"]],
  ] as const)("%s, with %j offered: %j", (tab, offered, told) => {
    expect(toldCapabilities(tab, offered)).toEqual(told)
  })
})
