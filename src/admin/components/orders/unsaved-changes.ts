import { createContext } from "react"

/** True while something about the open order is typed and not saved: what ends its review would lose it. */
export const UnsavedChanges = createContext(false)
