import { bodyOf, noChanges, noteChange } from "./account-changes"

const current = { team: "north", review_first: false }

describe("a save sends only what was changed", () => {
  it("nothing, when nothing was changed", () => {
    expect(bodyOf(noChanges)).toBeUndefined()
  })

  it("nothing, when a value was changed and put back", () => {
    const changed = noteChange({}, current, "team", "south")
    expect(changed).toEqual({ team: "south" })
    expect(noteChange(changed, current, "team", "north")).toEqual({})
  })

  it("the name, one setting and one marketplace, and none of the others", () => {
    const changes = {
      name: "Bazaar Brazil",
      settings: { team: null },
      sites: { A1: { enabled: false }, B2: {} },
    }
    expect(bodyOf(changes)).toEqual({
      name: "Bazaar Brazil",
      settings: { team: null },
      sites: [{ external_id: "A1", enabled: false }],
    })
  })
})
