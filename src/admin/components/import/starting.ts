import type { ImportRequest } from "../../hooks/use-runs"

/** What the steps of the dialog share: starting the import, and what came of it. */
export type Starting = {
  onImport: (request: ImportRequest) => void
  isStarting: boolean
  /** Why the last try was refused. */
  error: Error | null
}
