import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { OrderDetails } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { OrderState } from "../shared/order-state-icon"

/** Why a person rejected it. */
function LeftOut({ leftOut: { reason, note } }: { leftOut: NonNullable<OrderDetails["left_out"]> }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div data-left-out={reason}>
      <Text size="small">
        <span className="font-medium">{t("orders.ignore.reason")}: </span>
        {t(`orders.leftOut.reason.${reason}`)}
      </Text>
      {note ? (
        <Text size="small" className="break-words">
          <span className="font-medium">{t("orders.ignore.note")}: </span>
          {note}
        </Text>
      ) : null}
    </div>
  )
}

/** Where the order is and what comes next, in a sentence or two. */
export function OrderStanding({ order }: { order: OrderDetails }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const meaning = order.state === "review" && order.approved_by ? "approved" : order.state
  const told = t(`orders.meaning.${meaning}`)
  const again =
    order.next_attempt_at && Date.parse(order.next_attempt_at) > Date.now()
      ? t("orders.again", { when: format.relative(order.next_attempt_at) })
      : null
  return (
    <div className="flex flex-col gap-y-1" aria-live="polite">
      <OrderState
        order={{ ...order, problems: order.problems.filter(({ severity }) => severity === "error") }}
      />
      <Text size="small" className="text-ui-fg-subtle">
        {order.rule ? t(`orders.rule.${order.rule}`, { defaultValue: told }) : told}
        {order.state === "ignored" && order.actions.includes("retry") ? ` ${t("orders.ignore.back")}` : null}
        {again ? ` ${again}` : null}
      </Text>
      {order.left_out ? <LeftOut leftOut={order.left_out} /> : null}
      {order.state === "review" && order.draft_edited_at ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("orders.edited", { when: format.instant(order.draft_edited_at) })}
        </Text>
      ) : null}
      {order.personal_data_purged_at ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("orders.purged", { when: format.day(order.personal_data_purged_at) })}
        </Text>
      ) : null}
    </div>
  )
}
