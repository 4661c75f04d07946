import { PencilSquare } from "@medusajs/icons"
import { Button, Drawer, Heading, Skeleton } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useDispatch } from "../../hooks/use-dispatches"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { usePlatformOf } from "../../hooks/use-platform"
import type { DispatchDetails } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { numberOf } from "../orders/order-number"
import { DispatchStanding } from "../shared/dispatch-standing-icon"
import { DrawerHeading } from "../shared/drawer-heading"
import { LoadFailure } from "../shared/load-failure"
import { ProblemNote } from "../shared/problem-note"
import { ActOnShipment } from "./act-on-shipment"
import { CorrectionForm } from "./correction-form"
import { ShipmentFacts } from "./shipment-facts"
import { ShipmentHistory } from "./shipment-history"
import { ShipmentLines } from "./shipment-lines"
import { ShipmentMeaning } from "./shipment-meaning"
import { rowLinkId } from "./shipment-path"
import { ShipmentSolution } from "./shipment-solution"

function ShipmentBody({ shipment }: { shipment: DispatchDetails }) {
  const { t } = useTranslation("marketplaces")
  const { operate } = useMarketplacePermissions()
  const { account, platform } = usePlatformOf(shipment.account_id)
  const [isCorrecting, setCorrecting] = useState(false)
  const { problem } = shipment
  const isCorrectable = operate && shipment.shipment !== null && shipment.standing !== "withdrawn"
  return (
    <>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <div className="flex flex-col gap-y-1" aria-live="polite">
          <DispatchStanding dispatch={shipment} />
          <ShipmentMeaning shipment={shipment} />
        </div>
        {problem ? (
          <section className="flex flex-col gap-y-3">
            <Heading level="h2">{t("shipping.drawer.problem")}</Heading>
            <ProblemNote problem={problem}>
              <ShipmentSolution shipment={shipment} problem={problem} />
            </ProblemNote>
          </section>
        ) : null}
        <section className="flex flex-col gap-y-2">
          <div className="flex items-center justify-between gap-x-2">
            <Heading level="h2">{t("shipping.drawer.facts")}</Heading>
            {isCorrectable && !isCorrecting ? (
              <Button size="small" variant="transparent" onClick={() => setCorrecting(true)}>
                <PencilSquare />
                {t("shipping.correct.action")}
              </Button>
            ) : null}
          </div>
          {isCorrecting ? (
            <CorrectionForm shipment={shipment} withCarrier onDone={() => setCorrecting(false)} />
          ) : null}
          <ShipmentFacts shipment={shipment} account={account} />
        </section>
        {shipment.shipment ? <ShipmentLines shipment={shipment.shipment} /> : null}
        <ShipmentHistory history={shipment.history} platform={platform} />
      </Drawer.Body>
      {operate && shipment.actions.length ? (
        <Drawer.Footer>
          <ActOnShipment shipment={shipment} action="withdraw" />
          {problem ? null : <ActOnShipment shipment={shipment} action="retry" variant="primary" />}
        </Drawer.Footer>
      ) : null}
    </>
  )
}

/** One shipment: what became of it, what stands in its way and what solves that, and everything that happened. */
export function ShipmentDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { data, error, refetch } = useDispatch(id)
  // While the drawer slides out it still shows the shipment that was open.
  const last = useRef<string | null>(id)
  if (id) last.current = id
  const shipment = data?.dispatch.id === last.current ? data?.dispatch : undefined
  const number = shipment?.package_number
  return (
    <Drawer open={id !== null} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Drawer.Content
        onEscapeKeyDown={(event) => {
          // An open list of carriers is closed first; the drawer hears of the key before the field does.
          if (document.activeElement?.getAttribute("aria-expanded") === "true") event.preventDefault()
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          document.getElementById(rowLinkId(last.current ?? ""))?.focus()
        }}
      >
        <DrawerHeading title={(shipment && numberOf(shipment)) ?? t("shipping.drawer.title")}>
          {number ? t("shipping.package", { number: format.number(number) }) : t("common.loading")}
        </DrawerHeading>
        {shipment ? (
          <ShipmentBody key={shipment.id} shipment={shipment} />
        ) : error ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Drawer.Body className="flex flex-col gap-y-3" aria-busy>
            <Skeleton className="h-8 w-full" />
            <Skeleton className="h-32 w-full" />
            <Skeleton className="h-64 w-full" />
          </Drawer.Body>
        )}
      </Drawer.Content>
    </Drawer>
  )
}
