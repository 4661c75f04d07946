import { Drawer, Heading, Skeleton, Text } from "@medusajs/ui"
import { useContext, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useConnectors } from "../../hooks/use-accounts"
import { useOrder } from "../../hooks/use-orders"
import type { OrderDetails } from "../../lib/answers"
import { DiscardPrompt } from "../shared/discard-prompt"
import { DrawerHeading } from "../shared/drawer-heading"
import { LoadFailure } from "../shared/load-failure"
import { ProblemNote } from "../shared/problem-note"
import { SupportFile } from "../shared/support-file"
import { ShipmentsOfOrder } from "../shipments/shipments-of-order"
import { ActOnOrder } from "./act-on-order"
import type { OrderChangesFormProps } from "./order-changes-form"
import { OrderChangesSection } from "./order-changes-section"
import { OrderFacts } from "./order-facts"
import { OrderHistory } from "./order-history"
import { numberOf } from "./order-number"
import { OrderStanding } from "./order-standing"
import { hasSolution, ProblemSolution } from "./problem-solution"
import { UnsavedChanges } from "./unsaved-changes"
import { rowLinkId } from "./use-order-columns"

/** The problems of an order, each with what solves it. */
export function OrderProblems({ order }: { order: OrderDetails }) {
  const { t } = useTranslation("marketplaces")
  if (!order.problems.length) return null
  return (
    <section className="flex flex-col gap-y-3">
      <Heading level="h2">{t("orders.drawer.problems")}</Heading>
      {order.problems.map((problem, index) => (
        <ProblemNote key={`${problem.code}-${index}`} problem={problem}>
          {hasSolution(problem) ? <ProblemSolution problem={problem} order={order} /> : null}
        </ProblemNote>
      ))}
    </section>
  )
}

/** Why what can be done with the order is off, where it is. */
function SaveFirst({ isWanted }: { isWanted: boolean }) {
  const { t } = useTranslation("marketplaces")
  return (
    <Text
      size="small"
      role="status"
      className={isWanted ? "text-ui-fg-subtle mr-auto self-center" : "sr-only"}
    >
      {isWanted ? t("orders.change.first") : null}
    </Text>
  )
}

function OrderBody({ order, onUnsaved }: OrderChangesFormProps) {
  const { t } = useTranslation("marketplaces")
  const { data: connectors } = useConnectors()
  const isUnsaved = useContext(UnsavedChanges)
  const platform =
    connectors?.connectors.find(({ id }) => id === order.account?.provider_id)?.name ??
    t("orders.fact.platform")
  return (
    <>
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <OrderStanding order={order} />
        <OrderProblems order={order} />
        <OrderChangesSection order={order} onUnsaved={onUnsaved} />
        <section className="flex flex-col gap-y-2">
          <Heading level="h2">{t("orders.drawer.facts")}</Heading>
          <OrderFacts order={order} platform={platform} />
        </section>
        <ShipmentsOfOrder order={order} className="flex flex-col gap-y-2" />
        <OrderHistory history={order.history} />
        <SupportFile of={{ path: `orders/${order.id}/support-bundle`, reference: order.reference }} />
      </Drawer.Body>
      {order.actions.length ? (
        <Drawer.Footer className="flex-wrap">
          <SaveFirst isWanted={isUnsaved} />
          <ActOnOrder order={order} action="ignore" variant="secondary" />
          <ActOnOrder order={order} action="retry" variant="secondary" />
          <ActOnOrder order={order} action="approve" variant="primary" />
        </Drawer.Footer>
      ) : null}
    </>
  )
}

/** Where it was sold, and its reference where people know it by a number. */
function SoldAt({ order: { number, reference, account, site } }: { order: OrderDetails }) {
  const { t } = useTranslation("marketplaces")
  const parts = [number ? t("orders.drawer.reference", { reference }) : null, account?.name, site?.name]
  return <>{parts.filter(Boolean).join(" · ")}</>
}

/** One order: what became of it, what stands in its way, what a person can do, and everything that happened. */
export function OrderDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation("marketplaces")
  const { data, error, refetch } = useOrder(id)
  // While the drawer slides out it still shows the order that was open.
  const last = useRef<string | null>(id)
  if (id) last.current = id
  const order = data?.order.id === last.current ? data?.order : undefined
  const [isUnsaved, setUnsaved] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const close = () => (isUnsaved ? setAsking(true) : onClose())
  return (
    <Drawer open={id !== null} onOpenChange={(open) => (open ? undefined : close())}>
      <Drawer.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          document.getElementById(rowLinkId(last.current ?? ""))?.focus()
        }}
      >
        <DrawerHeading title={order ? numberOf(order) : t("orders.drawer.title")}>
          {order ? <SoldAt order={order} /> : t("common.loading")}
        </DrawerHeading>
        {order ? (
          <UnsavedChanges.Provider value={isUnsaved}>
            <OrderBody order={order} onUnsaved={setUnsaved} />
          </UnsavedChanges.Provider>
        ) : error ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : (
          <Drawer.Body className="flex flex-col gap-y-3" aria-busy>
            <Skeleton className="h-8 w-full" />
            <Skeleton className="h-32 w-full" />
            <Skeleton className="h-64 w-full" />
          </Drawer.Body>
        )}
        <DiscardPrompt
          open={isAsking}
          onOpenChange={setAsking}
          text={t("orders.change.unsaved")}
          onDiscard={onClose}
        />
      </Drawer.Content>
    </Drawer>
  )
}
