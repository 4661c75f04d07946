import { Button, Copy } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { OrderDetails, Problem } from "../../lib/answers"
import { tabPath, type AccountTab } from "../account/account-tabs"
import { MapListingDrawer } from "../mappings/map-listing-drawer"
import { ActOnOrder } from "./act-on-order"

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
  return (
    <Button asChild size="small" variant="secondary">
      <Link to={tabPath({ id: order.account_id }, tab)}>{t("orders.solution.openSettings")}</Link>
    </Button>
  )
}

function RenewConnection({ order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <Button asChild size="small" variant="secondary">
      <Link to={`/marketplaces/${order.account_id}?tab=connection`}>
        {t("orders.solution.renewConnection")}
      </Link>
    </Button>
  )
}

function Retry({ order }: SolutionProps) {
  return <ActOnOrder order={order} action="retry" variant="secondary" />
}

/** What a developer needs to look into it. Codes, amounts and paths; a problem's details carry no personal data. */
function AskDeveloper({ problem, order }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const told = { order: order.reference, account: order.account_id, code: problem.code, ...problem.details }
  return (
    <Copy asChild content={JSON.stringify(told, null, 2)}>
      <Button size="small" variant="secondary">
        {t("orders.solution.copyDetails")}
      </Button>
    </Copy>
  )
}

const nothing = (): ReactNode => null

/** What solves a problem, by what the API says solves it. */
const solutions: Record<Problem["solution"], (props: SolutionProps) => ReactNode> = {
  map_product: MapProduct,
  choose_settings: ChooseSettings,
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
