import { readPageToken, writePageToken } from "./page-token"

describe("the page token of a preview", () => {
  const period = { from: "2026-11-01T00:00:00.000Z", to: "2026-11-02T00:00:00.000Z" }

  it.each([{ ...period, token: "opaque/+=" }, period])("comes back as it was given: %j", (position) => {
    expect(readPageToken(writePageToken(position))).toEqual(position)
  })

  it.each([
    "",
    "nonsense",
    writePageToken({ ...period, from: "yesterday" }),
    writePageToken({ ...period, token: "" }),
  ])("is refused when it is not one of ours: %j", (token) => {
    expect(() => readPageToken(token)).toThrow("page_token")
  })
})
