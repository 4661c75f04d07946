import { Checkbox, StatusBadge, Table, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { Account, ForeseenOrder } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { numberOf } from "../orders/order-number"
import { isChosen } from "./selection"

type Color = ComponentProps<typeof StatusBadge>["color"]

const colors: Record<ForeseenOrder["verdict"], Color> = {
  import: "blue",
  review: "purple",
  block: "orange",
  wait: "grey",
  ignore: "grey",
  cancel: "grey",
  keep: "green",
}

/** Why: the rule, then every problem and remark with its way out. */
function Reasons({ order }: { order: ForeseenOrder }) {
  const { t } = useTranslation("marketplaces")
  const reasons = [...order.problems, ...order.remarks]
  return (
    <>
      {"rule" in order && order.rule ? <Text size="small">{t(`import.rule.${order.rule}`)}</Text> : null}
      {reasons.map((reason, index) => (
        <div key={`${reason.code}-${index}`} data-problem={reason.code}>
          <Text size="small" weight="plus">
            {reason.title}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {reason.cause} {reason.way_out}
          </Text>
        </div>
      ))}
    </>
  )
}

type Props = {
  account: Account
  orders: ForeseenOrder[]
  said: ReadonlyMap<string, boolean>
  onChoose: (references: string[], wanted: boolean) => void
}

/** The orders of a preview with verdict and reasons; each can be chosen or left out. */
export function PreviewTable({ account, orders, said, onChoose }: Props) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const chosen = orders.filter((order) => isChosen(order, said)).length
  const all = chosen === orders.length
  const siteName = (id: string | null) =>
    account.sites.find(({ external_id }) => external_id === id)?.name ?? id ?? ""

  return (
    <div className="border-ui-border-base overflow-x-auto rounded-lg border">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell className="w-10">
              <Checkbox
                aria-label={t("import.preview.chooseAll")}
                checked={all ? true : chosen ? "indeterminate" : false}
                onCheckedChange={() =>
                  onChoose(
                    orders.map(({ reference }) => reference),
                    !all,
                  )
                }
              />
            </Table.HeaderCell>
            <Table.HeaderCell>{t("import.preview.order")}</Table.HeaderCell>
            <Table.HeaderCell>{t("import.preview.verdict")}</Table.HeaderCell>
            <Table.HeaderCell className="text-right">{t("import.preview.total")}</Table.HeaderCell>
            <Table.HeaderCell>{t("import.preview.reasons")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {orders.map((order) => (
            <Table.Row key={order.reference} data-reference={order.reference} className="align-top">
              <Table.Cell className="py-3">
                <Checkbox
                  aria-label={t("import.preview.choose", { reference: numberOf(order) })}
                  checked={isChosen(order, said)}
                  onCheckedChange={(wanted) => onChoose([order.reference], wanted === true)}
                />
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap py-3">
                <Text size="small" weight="plus">
                  {numberOf(order)}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {[siteName(order.marketplace), order.placed_at ? format.instant(order.placed_at) : ""]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap py-3">
                <StatusBadge color={colors[order.verdict]}>
                  {t(`import.verdict.${order.verdict}`)}
                </StatusBadge>
              </Table.Cell>
              <Table.Cell className="whitespace-nowrap py-3 text-right">
                {order.total && order.currency ? format.money(order.total, order.currency) : "–"}
              </Table.Cell>
              <Table.Cell className="min-w-80 py-3">
                <Reasons order={order} />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}
