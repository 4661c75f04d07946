import { ChevronDownMini } from "@medusajs/icons"
import { Button, Input, Label, Popover, RadioGroup, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDebounced } from "../../hooks/use-debounced"
import { sdk } from "../../lib/client"

const SHOWN = 10
const FIELDS = "id,title"

const useProducts = (q: string) =>
  useQuery({
    queryKey: ["marketplace-products", q],
    queryFn: () => sdk.admin.product.list({ q: q || undefined, limit: SHOWN, fields: FIELDS }),
    placeholderData: (previous) => previous,
  })

/** What an address names by its id only. */
const useProductTitle = (id: string) =>
  useQuery({
    queryKey: ["marketplace-product", id],
    queryFn: () => sdk.admin.product.retrieve(id, { fields: FIELDS }),
    enabled: id !== "",
    retry: false,
  }).data?.product.title

type ProductFilterProps = { chosen: string; onChange: (id: string) => void }

/** One product of the store, found by its name or SKU. The button says which it is. */
export function ProductFilter({ chosen, onChange }: ProductFilterProps) {
  const { t } = useTranslation("marketplaces")
  const [isOpen, setOpen] = useState(false)
  const title = useProductTitle(chosen)
  const choose = (id: string) => {
    onChange(id)
    setOpen(false)
  }
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary" type="button" className="max-w-full">
          <span className={chosen ? "text-ui-fg-subtle" : undefined}>{t("movements.filter.product")}</span>
          {chosen ? <span className="max-w-48 truncate">{title ?? chosen}</span> : null}
          <ChevronDownMini className="text-ui-fg-muted" />
        </Button>
      </Popover.Trigger>
      <Popover.Content align="start" aria-label={t("movements.filter.product")} className="w-72 p-3">
        <ProductSearch chosen={chosen} onChoose={choose} />
        {chosen ? (
          <Button size="small" variant="transparent" className="mt-2" onClick={() => choose("")}>
            {t("movements.filter.anyProduct")}
          </Button>
        ) : null}
      </Popover.Content>
    </Popover>
  )
}

function ProductSearch({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const [text, setText] = useState("")
  const q = useDebounced(text.trim())
  const { data, error } = useProducts(q)
  const nothing = data?.products.length === 0 ? t("movements.filter.noProduct", { q }) : undefined
  return (
    <div className="flex flex-col gap-y-3">
      <Input
        type="search"
        size="small"
        autoComplete="off"
        aria-label={t("movements.filter.searchProduct")}
        placeholder={t("movements.filter.searchProduct")}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Text size="small" role="status" className={error || nothing ? "text-ui-fg-subtle" : "sr-only"}>
        {error?.message ?? nothing}
      </Text>
      {data?.products.length ? (
        <RadioGroup
          aria-label={t("movements.filter.product")}
          className="max-h-60 gap-0 overflow-y-auto"
          value={chosen}
        >
          {data.products.map((product) => (
            <div key={product.id} className="flex items-center gap-x-2 px-1">
              {/* Not by the group: its arrow keys choose what they pass, and choosing closes the list. */}
              <RadioGroup.Item
                id={`${id}-${product.id}`}
                value={product.id}
                onClick={() => onChoose(product.id)}
              />
              <Label
                htmlFor={`${id}-${product.id}`}
                size="small"
                className="min-w-0 flex-1 cursor-pointer truncate py-1.5"
              >
                {product.title}
              </Label>
            </div>
          ))}
        </RadioGroup>
      ) : null}
    </div>
  )
}
