import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useRef, useState } from "react"
import { MOST_CHOSEN } from "../components/shared/selection-bar"

/** The rows of a table that a person has chosen, on whichever of its pages; no more of them than the API acts on at once. */
export function useChosenRows<Row extends { id: string }>(shown: Row[]) {
  const [state, onRowSelectionChange] = useState<DataTableRowSelectionState>({})
  const ids = Object.keys(state).filter((id) => state[id])
  // Rows of several pages can be chosen: what each is has been seen when it was.
  const seen = useRef(new Map<string, Row>())
  shown.forEach((row) => seen.current.set(row.id, row))
  return {
    ids,
    rowOf: (id: string): Row | undefined => seen.current.get(id),
    clear: () => onRowSelectionChange({}),
    /** For the table. */
    rowSelection: {
      state,
      onRowSelectionChange,
      enableRowSelection: ({ id }: { id: string }) => ids.length < MOST_CHOSEN || ids.includes(id),
    },
  }
}
