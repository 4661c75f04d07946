type Press = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat">

/**
 * True for a press that only looks like a command's letter: Ctrl+A chooses all text, Ctrl+R reloads, and a key that is held
 * down says its letter again and again.
 */
export const isNoCommand = ({ key, ctrlKey, metaKey, altKey, repeat }: Press, letters: string[]): boolean =>
  (ctrlKey || metaKey || altKey || repeat) && letters.includes(key.toLowerCase())
