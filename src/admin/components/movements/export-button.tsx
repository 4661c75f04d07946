import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../hooks/use-list-url"
import { useMovementsFile } from "../../hooks/use-movements"
import { toMovementsQuery } from "./list-query"

/** Hands a file to the browser, as a click on a link to it would. */
function save(file: File): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement("a")
  link.href = address
  link.download = file.name
  link.click()
  URL.revokeObjectURL(address)
}

/** Downloads everything that the list shows, on all of its pages. */
export function ExportButton({ list }: { list: ListUrl }) {
  const { t } = useTranslation("marketplaces")
  const { mutate, isPending } = useMovementsFile()
  const download = () =>
    mutate(toMovementsQuery(list.valueOf), {
      onSuccess: save,
      onError: ({ message }) => toast.error(t("movements.export.failed"), { description: message }),
    })
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={download}>
      <ArrowDownTray aria-hidden />
      {t("movements.export.action")}
    </Button>
  )
}
