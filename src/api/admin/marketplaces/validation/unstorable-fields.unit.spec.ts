import { unstorableFields } from "./unstorable-fields"

const NUL = "a\u0000b"
const HALF = "\ud800"

describe("the fields with texts that no database takes", () => {
  it.each<[string, unknown, string[]]>([
    ["are none among good ones", { q: "Xícara 😀", lines: [{ key: "A" }], on: true, n: 1, none: null }, []],
    ["are those with NUL", { q: NUL, note: "fine" }, ["q"]],
    ["are those with half a surrogate pair", { q: HALF, note: "\udc00x" }, ["q", "note"]],
    ["are named by their path", { lines: [{ key: "A" }, { key: NUL }] }, ["lines.1.key"]],
    ["are named by what holds a name like that", { credentials: { [NUL]: "x" } }, ["credentials"]],
    ["are each named once", { choice: { [NUL]: NUL } }, ["choice"]],
    ["are the whole body when it is one", NUL, ["body"]],
    ["are none where there is nothing", undefined, []],
  ])("%s", (_what, given, fields) => {
    expect(unstorableFields(given)).toEqual(fields)
  })

  it("are found however deep they lie", () => {
    let given: unknown = NUL
    for (let depth = 0; depth < 20_000; depth += 1) given = [given]
    expect(unstorableFields(given)).toHaveLength(1)
  })
})
