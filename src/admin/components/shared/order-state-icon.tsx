import {
  ArrowPath,
  CheckCircleSolid,
  ClockSolid,
  ExclamationCircleSolid,
  EyeSlash,
  PencilSquareSolid,
  XCircleSolid,
} from "@medusajs/icons"
import { Text, Tooltip } from "@medusajs/ui"
import type { ComponentType } from "react"
import { useTranslation } from "react-i18next"
import type { Order } from "../../lib/answers"

type State = Order["state"]
type Look = { Icon: ComponentType<{ className?: string }>; color: string }

/** Blue is done, yellow is a problem, grey needs nobody. */
const looks: Record<State, Look> = {
  imported: { Icon: CheckCircleSolid, color: "text-ui-tag-blue-icon" },
  blocked: { Icon: ExclamationCircleSolid, color: "text-ui-tag-orange-icon" },
  review: { Icon: PencilSquareSolid, color: "text-ui-tag-purple-icon" },
  ready: { Icon: ArrowPath, color: "text-ui-fg-muted" },
  waiting: { Icon: ClockSolid, color: "text-ui-fg-muted" },
  canceled: { Icon: XCircleSolid, color: "text-ui-fg-muted" },
  ignored: { Icon: EyeSlash, color: "text-ui-fg-muted" },
}

type StatedOrder = Pick<Order, "state"> & { problems?: { severity: string; title: string }[] }

/** An imported order may have got a problem since: the icon is yellow as long as one stands. */
const lookOf = ({ state, problems = [] }: StatedOrder): Look =>
  problems.some(({ severity }) => severity === "error") ? looks.blocked : looks[state]

/** Where an order is, as an icon and its word; the tooltip tells the first problem. */
export function OrderState({ order }: { order: StatedOrder }) {
  const { t } = useTranslation("marketplaces")
  const { Icon, color } = lookOf(order)
  const problem = order.problems?.[0]
  const label = (
    <span className="flex items-center gap-x-2">
      <Icon className={color} aria-hidden />
      <Text as="span" size="small">
        {t(`orders.state.${order.state}`)}
      </Text>
    </span>
  )
  return problem ? <Tooltip content={problem.title}>{label}</Tooltip> : label
}
