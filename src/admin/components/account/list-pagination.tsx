import { Table } from "@medusajs/ui"
import { useTableTexts } from "../../hooks/use-table-texts"

type ListPaginationProps = {
  count: number
  limit: number
  offset: number
  onChange: (offset: number) => void
}

/** The pages of a list; nothing when it has only one. */
export function ListPagination({ count, limit, offset, onChange }: ListPaginationProps) {
  const { pagination } = useTableTexts()
  if (count <= limit) return null
  return (
    <Table.Pagination
      className="px-3"
      count={count}
      pageSize={limit}
      pageIndex={offset / limit}
      pageCount={Math.ceil(count / limit)}
      canPreviousPage={offset > 0}
      canNextPage={offset + limit < count}
      previousPage={() => onChange(offset - limit)}
      nextPage={() => onChange(offset + limit)}
      translations={pagination}
    />
  )
}
