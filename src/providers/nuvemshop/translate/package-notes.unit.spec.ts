import { noteOf, noteText } from "./package-notes"

const note = { packageNumber: 2, pieces: 1, of: 3, trackingNumber: "BR1" }

describe("the note of a package", () => {
  it.each([
    ["pt", "Pacote 2 (1 de 3): BR1"],
    ["pt_BR", "Pacote 2 (1 de 3): BR1"],
    ["es", "Paquete 2 (1 de 3): BR1"],
    ["en", "Package 2 (1 of 3): BR1"],
    [null, "Package 2 (1 of 3): BR1"],
  ])("is written in the store's language (%s) and read back in each", (language, text) => {
    expect(noteText(note, language)).toBe(text)
    expect(noteOf(text)).toEqual(note)
  })

  it("may have no code", () => {
    const without = { ...note, trackingNumber: "" }
    expect(noteOf(noteText(without, "pt"))).toEqual(without)
  })

  it.each([null, "", "Postado", "Pacote 2", "Pacote dois (1 de 3): BR1", "O Pacote 2 (1 de 3): BR1"])(
    "is not %j",
    (description) => {
      expect(noteOf(description)).toBeNull()
    },
  )
})
