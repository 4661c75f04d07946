import { ArchiveBox, Eye, EyeSlash, PencilSquare, Plus } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"
import { RowMenu } from "../shared/row-menu"
import { useListingActions } from "./use-listing-actions"

/** What is offered for a listing in each state. */
const offers = {
  unmapped: ["map", "create", "ignore"],
  mapped: ["change", "ignore"],
  ignored: ["map", "create", "stopIgnoring"],
} as const satisfies Record<Mapping["state"], string[]>

const icons = {
  map: <ArchiveBox />,
  change: <PencilSquare />,
  create: <Plus />,
  ignore: <EyeSlash />,
  stopIgnoring: <Eye />,
}

/** What can be done with one listing; mapping it is `onMap`'s. */
export function ListingMenu({ mapping, onMap }: { mapping: Mapping; onMap: (mapping: Mapping) => void }) {
  const { t } = useTranslation("marketplaces")
  const { createProduct, ignore, stopIgnoring } = useListingActions()
  const effects = { map: onMap, change: onMap, create: createProduct, ignore, stopIgnoring }
  return (
    <RowMenu
      label={t("mappings.actionsFor", { title: mapping.title })}
      actions={offers[mapping.state].map((offer) => ({
        label: t(`mappings.actions.${offer}`),
        icon: icons[offer],
        onSelect: () => void effects[offer](mapping),
      }))}
    />
  )
}
