import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Dispatch, Problem } from "../../lib/answers"
import { tabPath, type AccountTab } from "../account/account-tabs"
import { CopyForDeveloper, WayTo } from "../shared/solution-buttons"
import { ActOnShipment } from "./act-on-shipment"
import { CorrectionForm } from "./correction-form"
import { UseSuggested } from "./use-suggested"

type SolutionProps = { shipment: Dispatch; problem: Problem }

const tabLabels = {
  openSettings: "shipping",
  renewConnection: "connection",
  releaseStock: "stock",
} as const satisfies Record<string, AccountTab>

/** A way to a tab of the account. */
const tab = (name: keyof typeof tabLabels) =>
  function TabSolution({ shipment }: SolutionProps) {
    const { t } = useTranslation("marketplaces")
    return (
      <WayTo
        to={tabPath({ id: shipment.account_id }, tabLabels[name])}
        label={t(`shipping.solution.${name}`)}
      />
    )
  }

/** The carrier that was probably meant, one click away; and the account's choice, for all shipments to come. */
function ChooseCarrier({ shipment, problem }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  const to = tabPath({ id: shipment.account_id }, "shipping")
  return (
    <>
      <UseSuggested shipment={shipment} carrier={problem.details.suggestion} />
      <WayTo to={to} label={t("shipping.solution.chooseCarrier")} />
    </>
  )
}

function AddTracking({ shipment }: SolutionProps) {
  return <CorrectionForm shipment={shipment} />
}

function AskDeveloper({ shipment, problem }: SolutionProps) {
  return (
    <CopyForDeveloper problem={problem} about={{ order: shipment.reference, account: shipment.account_id }} />
  )
}

function OpenMedusaOrder({ shipment }: SolutionProps) {
  const { t } = useTranslation("marketplaces")
  if (!shipment.order_id) return null
  return <WayTo to={`/orders/${shipment.order_id}`} label={t("shipping.solution.openMedusaOrder")} />
}

const nothing = (): ReactNode => null

/** What solves a problem beside trying again, by what the API says solves it. */
const solutions: Record<Problem["solution"], (props: SolutionProps) => ReactNode> = {
  choose_carrier: ChooseCarrier,
  add_tracking: AddTracking,
  choose_settings: tab("openSettings"),
  renew_connection: tab("renewConnection"),
  release_stock: tab("releaseStock"),
  ask_developer: AskDeveloper,
  none: OpenMedusaOrder,
  map_product: nothing,
  retry: nothing,
  wait: nothing,
}

/** The buttons that solve the problem of a shipment; trying again is always one of them. */
export function ShipmentSolution({ shipment, problem }: SolutionProps) {
  const Solution = solutions[problem.solution]
  return (
    <>
      <Solution shipment={shipment} problem={problem} />
      <ActOnShipment shipment={shipment} action="retry" />
    </>
  )
}
