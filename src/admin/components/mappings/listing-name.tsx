import { Text } from "@medusajs/ui"
import type { Mapping } from "../../lib/answers"

/** A listing's title, under it its key and, where it differs, its SKU. */
export function ListingName({ mapping }: { mapping: Pick<Mapping, "title" | "listing_key" | "sku"> }) {
  const codes = [...new Set([mapping.listing_key, mapping.sku].filter(Boolean))].join(" · ")
  return (
    <span className="flex min-w-0 flex-col py-1">
      <Text as="span" size="small" leading="compact" weight="plus" className="truncate">
        {mapping.title}
      </Text>
      {codes === mapping.title ? null : (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
          {codes}
        </Text>
      )}
    </span>
  )
}
