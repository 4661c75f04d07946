import { readPageToken, writePageToken } from "./page-token"

describe("the page token of a preview", () => {
  it.each([{ from: "2026-11-01T00:00:00.000Z", token: "opaque/+=" }, { from: "2026-11-01T00:00:00.000Z" }])(
    "comes back as it was given: %j",
    (position) => {
      expect(readPageToken(writePageToken(position))).toEqual(position)
    },
  )

  it.each(["", "nonsense", writePageToken({ from: "yesterday" }), writePageToken({ from: "", token: "" })])(
    "is refused when it is not one of ours: %j",
    (token) => {
      expect(() => readPageToken(token)).toThrow("page_token")
    },
  )
})
