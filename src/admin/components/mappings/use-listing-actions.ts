import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useCount } from "../../hooks/use-count"
import { useCreateProduct, useSaveMapping } from "../../hooks/use-mappings"
import type { Mapping } from "../../lib/answers"

type Decided = { mapping: Mapping; orders_due: number }
type Package = { units_per_package: number; packaging: string | null }

/**
 * What a person may decide about a listing. Each asks where it has to, tells what came of it, and gives the mapping as it
 * is then; undefined when nothing was changed.
 */
export function useListingActions() {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const save = useSaveMapping()
  const create = useCreateProduct()

  /** Tells the outcome, with what happens to the orders that waited. */
  const settle = async (
    change: Promise<Decided>,
    text: (mapping: Mapping) => string,
    openProduct = false,
  ) => {
    try {
      const { mapping, orders_due } = await change
      const productId = openProduct ? mapping.variant?.product_id : undefined
      toast.success(text(mapping), {
        description: orders_due > 0 ? t("mappings.done.ordersDue", countOf(orders_due)) : undefined,
        action: productId
          ? {
              label: t("mappings.done.openProduct"),
              altText: t("mappings.done.openProduct"),
              onClick: () => navigate(`/products/${productId}`),
            }
          : undefined,
      })
      return mapping
    } catch (error) {
      toast.error(t("mappings.done.failed"), {
        description: error instanceof Error ? error.message : undefined,
      })
      return undefined
    }
  }

  const decide = (mapping: Mapping, state: "ignored" | "unmapped") =>
    save.mutateAsync({
      account_id: mapping.account_id,
      listing_key: mapping.listing_key,
      variant_id: null,
      state,
    })

  return {
    isPending: save.isPending || create.isPending,
    map: (mapping: Mapping, variantId: string, content: Package) =>
      settle(
        save.mutateAsync({
          account_id: mapping.account_id,
          listing_key: mapping.listing_key,
          variant_id: variantId,
          ...content,
        }),
        ({ title }) => t("mappings.done.mapped", { title }),
      ),
    createProduct: (mapping: Mapping) =>
      settle(create.mutateAsync(mapping.id), ({ title }) => t("mappings.done.created", { title }), true),
    ignore: async (mapping: Mapping) => {
      const agreed = await prompt({
        title: t("mappings.ignore.title"),
        description:
          mapping.state === "mapped" ? t("mappings.ignore.mapped") : t("mappings.ignore.explanation"),
        confirmText: t("mappings.actions.ignore"),
        cancelText: t("common.cancel"),
        variant: "confirmation",
      })
      return agreed
        ? settle(decide(mapping, "ignored"), ({ title }) => t("mappings.done.ignored", { title }))
        : undefined
    },
    stopIgnoring: (mapping: Mapping) =>
      settle(decide(mapping, "unmapped"), ({ title }) => t("mappings.done.unmapped", { title })),
  }
}
