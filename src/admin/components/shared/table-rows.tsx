import { DataTable } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTableTexts } from "../../hooks/use-table-texts"
import { LoadFailure } from "./load-failure"

type TableRowsProps = {
  /** What the rows came with. */
  answer: { data: unknown; error: Error | null; refetch: () => unknown }
  /** What stands there when there are none. */
  empty: NonNullable<ComponentProps<typeof DataTable.Table>["emptyState"]>["empty"]
}

/**
 * The rows of a list and its pages. Why they could not be read stands there only when there are none to show: the filters above
 * stay, since what was typed there may be the reason.
 */
export function TableRows({ answer: { data, error, refetch }, empty }: TableRowsProps) {
  const texts = useTableTexts()
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  return (
    <>
      <DataTable.Table emptyState={{ empty, filtered: empty }} />
      <DataTable.Pagination translations={texts.pagination} />
    </>
  )
}
