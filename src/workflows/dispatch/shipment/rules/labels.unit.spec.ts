import { labelsWith, trackingUrlsOf, type Label, type LabelChange } from "./labels"

const aLabel = (id: string, tracking_number: string | null): Label => ({ id, tracking_number })
const aNew = { tracking_number: "T9", tracking_url: "#", label_url: "#" }

describe("the labels of a shipment whose package gets the number T9", () => {
  it.each<[string, Label[], string | null, LabelChange[]]>([
    [
      "change where the old number stands",
      [aLabel("a", "T1"), aLabel("b", "T2 ")],
      "T2",
      [{ id: "a" }, { id: "b", tracking_number: "T9", tracking_url: "#" }],
    ],
    [
      "are filled in where there was none",
      [aLabel("a", "T1"), aLabel("b", "")],
      null,
      [{ id: "a" }, { id: "b", tracking_number: "T9", tracking_url: "#" }],
    ],
    ["are one more where all are somebody else's", [aLabel("a", "T1")], null, [{ id: "a" }, aNew]],
    ["begin with it where there are none", [], "T1", [aNew]],
  ])("%s", (_what, labels, before, expected) => {
    expect(labelsWith(labels, before, "T9")).toEqual(expected)
  })
})

describe("the addresses at which buyers follow packages", () => {
  it.each<[string, string | null, string | null, string | undefined]>([
    ["are those of the labels", "T1", "https://jadlog.example/T1", "https://jadlog.example/T1"],
    ["are not what Medusa's form writes", "T1", "#", undefined],
    ["are not what is no address of a page", "T1", "javascript:alert(1)", undefined],
    ["are none where there is no number", null, "https://jadlog.example/T1", undefined],
  ])("%s", (_what, tracking_number, tracking_url, expected) => {
    expect(trackingUrlsOf([{ tracking_number, tracking_url }]).get("T1")).toBe(expected)
  })
})
