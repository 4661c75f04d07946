import { Button, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../hooks/use-count"
import { isOver } from "../../hooks/use-runs"
import type { Order, Page, Run } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { useAnswer } from "../../lib/query"
import { numberOf } from "../orders/order-number"
import { OrderState } from "../shared/order-state-icon"

const PAGE = 20
const WHILE_IT_RUNS_MS = 3000

/** What became of each order of an import: the blocked ones say why, and each leads to its order. */
export function RunResults({ run }: { run: Run }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  const [offset, setOffset] = useState(0)
  const { data } = useAnswer<Page<"orders", Order>>("orders", {
    query: { run_id: run.id, limit: PAGE, offset },
    refetchInterval: isOver(run) ? false : WHILE_IT_RUNS_MS,
    keepPrevious: true,
  })
  if (!data?.count) return null
  return (
    <section className="flex flex-col gap-y-3">
      <Heading level="h2">{t("import.results.title")}</Heading>
      <div className="border-ui-border-base overflow-x-auto rounded-lg border">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("import.preview.order")}</Table.HeaderCell>
              <Table.HeaderCell>{t("import.results.state")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("import.preview.total")}</Table.HeaderCell>
              <Table.HeaderCell>{t("import.preview.reasons")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.orders.map((order) => (
              <Table.Row key={order.id} data-reference={order.reference}>
                <Table.Cell className="whitespace-nowrap">
                  <Link
                    to={`/marketplaces/orders?order=${order.id}`}
                    className="text-ui-fg-base focus-visible:shadow-borders-focus rounded outline-none hover:underline"
                  >
                    {numberOf(order)}
                  </Link>
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap">
                  <OrderState order={order} />
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap text-right">
                  {order.total && order.currency ? format.money(order.total, order.currency) : "–"}
                </Table.Cell>
                <Table.Cell className="min-w-64">
                  {order.rule ? <Text size="small">{t(`import.rule.${order.rule}`)}</Text> : null}
                  {order.problems.map((problem, index) => (
                    <Text key={`${problem.code}-${index}`} size="small">
                      {problem.title}
                    </Text>
                  ))}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {data.count > PAGE ? (
        <div className="flex items-center justify-between gap-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.results.page", {
              from: format.number(offset + 1),
              to: format.number(Math.min(offset + PAGE, data.count)),
              ...countOf(data.count),
            })}
          </Text>
          <div className="flex gap-2">
            <Button
              size="small"
              variant="secondary"
              disabled={offset === 0}
              onClick={() => setOffset(offset - PAGE)}
            >
              {t("common.back")}
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={offset + PAGE >= data.count}
              onClick={() => setOffset(offset + PAGE)}
            >
              {t("common.next")}
            </Button>
          </div>
        </div>
      ) : null}
    </section>
  )
}
