import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { useMovementsFile } from "../../hooks/use-movements"
import { saveFile } from "../../lib/save-file"
import { toMovementsQuery } from "./list-query"

/** Downloads everything that the list shows, on all of its pages. */
export function ExportButton({ list }: { list: ListUrl }) {
  const { t } = useTranslation("marketplaces")
  const { mutate, isPending } = useMovementsFile()
  const download = () =>
    mutate(toMovementsQuery(list.valueOf), {
      onSuccess: saveFile,
      onError: ({ message }) => toast.error(t("movements.export.failed"), { description: message }),
    })
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={download}>
      <ArrowDownTray aria-hidden />
      {t("movements.export.action")}
    </Button>
  )
}
