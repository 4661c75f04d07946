import { Photo } from "@medusajs/icons"
import { Text } from "@medusajs/ui"

export type ShownVariant = {
  title: string
  sku: string | null
  product_title: string | null
  thumbnail: string | null
}

/** "T-Shirt · S / Black"; a variant that is called like its product is not said twice. */
export const nameOfVariant = ({
  title,
  product_title,
}: Pick<ShownVariant, "title" | "product_title">): string =>
  [...new Set([product_title, title].filter(Boolean))].join(" · ")

/** A variant of the store with its picture, its name and its SKU. */
export function VariantLine({ variant }: { variant: ShownVariant }) {
  return (
    <span className="flex min-w-0 items-center gap-x-3">
      <span className="bg-ui-bg-component border-ui-border-base flex h-8 w-6 shrink-0 items-center justify-center overflow-hidden rounded border">
        {variant.thumbnail ? (
          <img src={variant.thumbnail} alt="" className="h-full w-full object-cover object-center" />
        ) : (
          <Photo className="text-ui-fg-subtle" aria-hidden />
        )}
      </span>
      <span className="flex min-w-0 flex-col">
        <Text as="span" size="small" leading="compact" className="truncate">
          {nameOfVariant(variant)}
        </Text>
        {variant.sku ? (
          <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle truncate">
            {variant.sku}
          </Text>
        ) : null}
      </span>
    </span>
  )
}
