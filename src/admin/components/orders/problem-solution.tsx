import { Button } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { OrderDetails, Problem } from "../../lib/answers"
import { tabPath, type AccountTab } from "../account/account-tabs"
import { MapListingDrawer } from "../mappings/map-listing-drawer"
import { CopyForDeveloper, WayTo } from "../shared/solution-buttons"
import { ActOnOrder } from "./act-on-order"
import { medusaPath } from "./order-path"

type SolutionProps = { problem: Problem; order: OrderDetails }

function MapProduct({ problem, order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const [open, setOpen] = useState(false)
  const listingKey = problem.details.listing_key
  if (!operate || !listingKey) return null
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("orders.solution.mapProduct")}
      </Button>
      <MapListingDrawer
        accountId={order.account_id}
        listingKey={listingKey}
        open={open}
        onOpenChange={setOpen}
      />
    </>
  )
}

/** The tab on which a problem's setting is; everything else is chosen on the Orders tab. */
const settingTabs: Partial<Record<Problem["code"], AccountTab>> = {
  // The test of the connection reads the marketplaces again.
  marketplace_unknown: "connection",
  stock_location_missing: "stock",
  platform_location_missing: "stock",
}

function ChooseSettings({ problem, order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const tab = settingTabs[problem.code] ?? "orders"
  return <WayTo to={tabPath({ id: order.account_id }, tab)} label={t("orders.solution.openSettings")} />
}

function RenewConnection({ order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const to = tabPath({ id: order.account_id }, "connection")
  return <WayTo to={to} label={t("orders.solution.renewConnection")} />
}

function ChooseCarrier({ order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <WayTo to={tabPath({ id: order.account_id }, "shipping")} label={t("shipping.solution.chooseCarrier")} />
  )
}

function AddTracking({ order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const path = medusaPath(order)
  return path ? <WayTo to={path} label={t("shipping.solution.openMedusaOrder")} /> : null
}

function ReleaseStock({ order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  return <WayTo to={tabPath({ id: order.account_id }, "stock")} label={t("orders.solution.releaseStock")} />
}

function Retry({ order }: SolutionProps) {
  return <ActOnOrder order={order} action="retry" variant="secondary" />
}

function AskDeveloper({ problem, order }: SolutionProps) {
  return <CopyForDeveloper problem={problem} about={{ order: order.reference, account: order.account_id }} />
}

const nothing = (): ReactNode => null

/** What solves a problem, by what the API says solves it. */
const solutions: Record<Problem["solution"], (props: SolutionProps) => ReactNode> = {
  map_product: MapProduct,
  choose_settings: ChooseSettings,
  choose_carrier: ChooseCarrier,
  add_tracking: AddTracking,
  release_stock: ReleaseStock,
  renew_connection: RenewConnection,
  retry: Retry,
  wait: nothing,
  ask_developer: AskDeveloper,
  none: nothing,
}

/** The one thing that solves a problem of an order. */
export function ProblemSolution(props: SolutionProps) {
  const Solution = solutions[props.problem.solution]
  return <Solution {...props} />
}

/** Whether a note on this problem has anything to click. */
export const hasSolution = ({ solution }: Problem): boolean => solutions[solution] !== nothing
