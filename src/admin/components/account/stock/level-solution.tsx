import { Button, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useActOnDispatches } from "../../../hooks/use-dispatches"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import type { Problem, StockRow } from "../../../lib/answers"
import { CopyForDeveloper, WayTo } from "../../shared/solution-buttons"
import { tabPath } from "../account-tabs"

type LevelProps = { level: StockRow; accountId: string }
type SolutionProps = LevelProps & { problem: Problem }

const retryable: StockRow["standing"][] = ["failed", "unknown", "withdrawn"]

/** Sends one level again, where that makes sense and the person may. */
export function RetryLevel({ level: { dispatch_id: id, standing, title } }: LevelProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const { mutate, isPending } = useActOnDispatches()
  if (!operate || id === null || !retryable.includes(standing)) return null
  const retry = () =>
    mutate(
      { action: "retry", ids: [id] },
      {
        onSuccess: ({ done }) =>
          done.length
            ? toast.success(t("stock.retry.done", { title }))
            : toast.warning(t("stock.retry.refused", { title })),
        onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
      },
    )
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={retry}>
      {t("stock.retry.action")}
    </Button>
  )
}

/** The setting is further down on the same tab: which location is which, or where the store's goods are. */
function ChooseLocation({ problem }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const several = problem.code === "locations_not_mapped"
  const show = () => {
    const field = several
      ? document.querySelector<HTMLElement>('button[id^="settings.location_map."]')
      : document.getElementById("settings.stock_location_id")
    field?.scrollIntoView({ block: "center" })
    field?.focus()
  }
  return (
    <Button size="small" variant="secondary" onClick={show}>
      {t(several ? "stock.solution.chooseLocations" : "stock.solution.chooseLocation")}
    </Button>
  )
}

function RenewConnection({ accountId }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  return <WayTo to={tabPath({ id: accountId }, "connection")} label={t("account.goTo.connection")} />
}

function MapProduct({ accountId, level }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const search = new URLSearchParams({ q: level.listing_key })
  return (
    <WayTo to={`${tabPath({ id: accountId }, "products")}&${search}`} label={t("account.goTo.products")} />
  )
}

function AskDeveloper({ accountId, problem, level }: SolutionProps) {
  return <CopyForDeveloper problem={problem} about={{ order: level.listing_key, account: accountId }} />
}

const nothing = (): ReactNode => null

/** What solves a problem of a level beside trying again, by what the API says solves it. */
const solutions: Record<Problem["solution"], (props: SolutionProps) => ReactNode> = {
  choose_settings: ChooseLocation,
  renew_connection: RenewConnection,
  map_product: MapProduct,
  ask_developer: AskDeveloper,
  // The safety stop has its own place at the top of the tab.
  release_stock: nothing,
  choose_carrier: nothing,
  add_tracking: nothing,
  retry: nothing,
  wait: nothing,
  none: nothing,
}

/** The buttons that solve the problem of a level. */
export function LevelSolution(props: SolutionProps) {
  const Solution = solutions[props.problem.solution]
  return (
    <>
      <Solution {...props} />
      <RetryLevel {...props} />
    </>
  )
}
