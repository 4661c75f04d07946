import { ArrowRight } from "@medusajs/icons"
import { Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePersonName } from "../../../hooks/use-people"
import type { Transfer } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { GoodsCell } from "../goods-cell"

const colors = { on_its_way: "grey", partly_received: "orange", received: "green" } as const

/** One transfer: from where to where, when and by whom, and of each line what has arrived. */
export function TransferItem({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const nameOf = usePersonName()
  const { from_location: from, to_location: to, lines, state } = transfer
  return (
    <li className="flex flex-col gap-y-3 py-4" data-transfer={transfer.reference} data-state={state}>
      <div className="flex flex-wrap items-start justify-between gap-3 px-6">
        <div className="min-w-0">
          <Heading level="h2" className="break-words">
            {transfer.reference}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle flex flex-wrap items-center gap-x-1">
            {from.name ?? from.id}
            <ArrowRight className="h-3 w-3 shrink-0" aria-label={t("movements.transfers.to")} />
            {to.name ?? to.id}
          </Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("account.runs.when", {
              at: format.instant(transfer.sent_at),
              who: nameOf(transfer.recorded_by) ?? t("account.actor.person"),
            })}
          </Text>
        </div>
        <StatusBadge color={colors[state]}>{t(`movements.transfers.state.${state}`)}</StatusBadge>
      </div>
      <div className="overflow-x-auto">
        <Table aria-label={t("movements.transfers.linesOf", { reference: transfer.reference })}>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("movements.column.product")}</Table.HeaderCell>
              <Table.HeaderCell>{t("movements.column.listing")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("movements.transfers.packages")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("movements.transfers.units")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("movements.transfers.received")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {lines.map((line) => (
              <Table.Row key={`${line.listing_key} ${line.inventory_item_id}`}>
                <Table.Cell>
                  <GoodsCell goods={line} />
                </Table.Cell>
                <Table.Cell className="whitespace-nowrap">{line.listing_key}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{format.number(line.quantity)}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{format.number(line.units)}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">
                  {t("movements.transfers.receivedOf", {
                    received: format.number(line.received_units),
                    units: format.number(line.units),
                  })}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </li>
  )
}
