import { isNoCommand } from "./command-letters"

const plain = { key: "a", ctrlKey: false, metaKey: false, altKey: false, repeat: false }

describe("the letters of what can be done with chosen rows", () => {
  it.each<[string, Partial<typeof plain>, boolean]>([
    ["A", {}, false],
    ["Shift+A", { key: "A" }, false],
    ["Ctrl+A", { ctrlKey: true }, true],
    ["Ctrl+A with caps lock", { key: "A", ctrlKey: true }, true],
    ["Cmd+R", { key: "r", metaKey: true }, true],
    ["Alt+A", { altKey: true }, true],
    ["A held down", { repeat: true }, true],
    ["Ctrl+K, which is nobody's here", { key: "k", ctrlKey: true }, false],
  ])("are stopped when they mean something else: %s", (_what, press, stopped) => {
    expect(isNoCommand({ ...plain, ...press }, ["a", "r"])).toBe(stopped)
  })
})
