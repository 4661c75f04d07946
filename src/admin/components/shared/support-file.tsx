import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useSupportFile, type SupportFileOf } from "../../hooks/use-support-file"
import { saveFile } from "../../lib/save-file"

/** Downloads what is known of an order, for whoever helps; it says that nothing of the buyer is in it. */
export function SupportFile({ of }: { of: SupportFileOf }) {
  const { t } = useTranslation("marketplaces")
  const id = useId()
  const { operate } = useMarketplacePermissions()
  const file = useSupportFile()
  if (!operate) return null
  const download = () =>
    file.mutate(of, {
      onSuccess: saveFile,
      onError: ({ message }) => toast.error(t("orders.support.failed"), { description: message }),
    })
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        size="small"
        variant="secondary"
        aria-describedby={id}
        isLoading={file.isPending}
        onClick={download}
      >
        <ArrowDownTray aria-hidden />
        {t("orders.support.action")}
      </Button>
      <Text id={id} size="xsmall" className="text-ui-fg-subtle min-w-48 flex-1">
        {t("orders.support.text")}
      </Text>
    </div>
  )
}
