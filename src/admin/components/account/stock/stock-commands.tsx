import { Button, toast, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import { useCompareStock, usePushStock } from "../../../hooks/use-stock"
import type { Account } from "../../../lib/answers"

type StockCommandsProps = { account: Account; platform: string }

/** Sends whatever differs, and tries again what was rejected. */
function SendAll({ account, platform }: StockCommandsProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const push = usePushStock(account.id)
  const isOn = account.writers.stock.state === "on"
  const run = () =>
    push.mutate(undefined, {
      onSuccess: ({ owed }) =>
        owed
          ? toast.success(t("stock.push.owed", { ...countOf(owed), platform }))
          : toast.info(t("stock.push.nothing", { platform })),
      onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
    })
  const button = (
    <Button size="small" variant="secondary" disabled={!isOn} isLoading={push.isPending} onClick={run}>
      {t("stock.push.action")}
    </Button>
  )
  if (isOn) return button
  return (
    <Tooltip content={t("stock.push.off")}>
      <span>{button}</span>
    </Tooltip>
  )
}

/** Reads what the platform shows, and tells whether anything had to be set right. */
function Compare({ account, platform }: StockCommandsProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const compare = useCompareStock(account.id)
  const run = () =>
    compare.mutate(undefined, {
      onSuccess: ({ compared, drifted }) => {
        if (compared === 0) return toast.info(t("stock.compare.nothing"))
        const description = drifted ? t("stock.compare.drifted", countOf(drifted)) : t("stock.compare.same")
        const tell = drifted ? toast.warning : toast.success
        return tell(t("stock.compare.compared", { ...countOf(compared), platform }), { description })
      },
      onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
    })
  return (
    <Button size="small" variant="secondary" isLoading={compare.isPending} onClick={run}>
      {t("stock.compare.action", { platform })}
    </Button>
  )
}

/** What can be done with all levels at once. */
export function StockCommands(props: StockCommandsProps) {
  const { operate } = useMarketplacePermissions()
  if (!operate) return null
  return (
    <>
      <Compare {...props} />
      <SendAll {...props} />
    </>
  )
}
