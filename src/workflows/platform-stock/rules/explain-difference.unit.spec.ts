import { explainDifference } from "./explain-difference"

const transfer = (reference: string, open: number) => ({ id: reference, reference, listingKey: "A", open })
const told = (difference: number, ...open: [string, number][]) =>
  explainDifference(
    difference,
    open.map(([reference, left]) => transfer(reference, left)),
  ).map(({ quantity, transfer: of }) => [quantity, of?.reference ?? "count"])

describe("a difference between the platform's count and our level", () => {
  it.each([
    ["is nothing where there is none", 0, [["T1", 5]], []],
    ["is the count where nothing was sent in", 4, [], [[4, "count"]]],
    ["is what was sent in, as far as it came", 3, [["T1", 5]], [[3, "T1"]]],
    ["is all that was sent in", 5, [["T1", 5]], [[5, "T1"]]],
    [
      "is what was sent in and the count for the rest",
      7,
      [["T1", 5]],
      [
        [5, "T1"],
        [2, "count"],
      ],
    ],
    [
      "is the oldest shipment first",
      6,
      [
        ["T1", 5],
        ["T2", 5],
      ],
      [
        [5, "T1"],
        [1, "T2"],
      ],
    ],
    ["is the count where it is less, whatever is on its way", -2, [["T1", 5]], [[-2, "count"]]],
  ] as [string, number, [string, number][], [number, string][]][])("%s", (_what, difference, open, parts) => {
    expect(told(difference, ...open)).toEqual(parts)
  })
})
