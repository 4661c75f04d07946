import { Select, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ListUrl } from "../../../hooks/use-list-url"
import { useTransfers } from "../../../hooks/use-movements"
import type { Account } from "../../../lib/answers"
import { ListPagination } from "../../account/list-pagination"
import { severalIn } from "../../orders/list-query"
import { LoadFailure } from "../../shared/load-failure"
import { TransferItem } from "./transfer-item"

const PAGE_SIZE = 10

type TransfersPanelProps = {
  list: ListUrl
  /** Those whose platform can hold goods; undefined while they are not known. */
  accounts: Account[] | undefined
}

/** What was sent to the platform of one account, and how much of it the platform has received. */
export function TransfersPanel({ list, accounts }: TransfersPanelProps) {
  const { t } = useTranslation("marketplaces")
  const [named] = severalIn(list.valueOf("account_id"))
  const account = accounts?.find(({ id }) => id === named) ?? accounts?.[0]
  const { data, error, refetch } = useTransfers(account?.id, { limit: PAGE_SIZE, offset: list.offset })

  if (accounts && !account) return <Nothing title={t("movements.transfers.noAccount")} />
  return (
    <div className="divide-y">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle min-w-0 max-w-prose text-pretty">
          {t("movements.transfers.help")}
        </Text>
        {accounts && account && accounts.length > 1 ? (
          <Select size="small" value={account.id} onValueChange={(account_id) => list.change({ account_id })}>
            <Select.Trigger
              aria-label={t("movements.filter.account_id")}
              className="w-fit max-w-full gap-x-2"
            >
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              {accounts.map(({ id, name }) => (
                <Select.Item key={id} value={id}>
                  {name}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        ) : null}
      </div>
      {error ? (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="m-6 h-32" aria-label={t("common.loading")} />
      ) : data.count ? (
        <>
          <ol className="divide-y" aria-label={t("movements.tab.transfers")}>
            {data.transfers.map((transfer) => (
              <TransferItem key={transfer.reference} transfer={transfer} />
            ))}
          </ol>
          <ListPagination
            count={data.count}
            limit={PAGE_SIZE}
            offset={list.offset}
            onChange={(offset) => list.change({ offset: offset ? String(offset) : "" })}
          />
        </>
      ) : (
        <Nothing title={t("movements.transfers.nothing")} text={t("movements.transfers.nothingText")} />
      )}
    </div>
  )
}

function Nothing({ title, text }: { title: string; text?: string }) {
  return (
    <div className="flex flex-col items-center gap-y-2 px-6 py-16 text-center" data-empty="transfers">
      <Text size="small" weight="plus">
        {title}
      </Text>
      {text ? (
        <Text size="small" className="text-ui-fg-subtle max-w-md text-pretty">
          {text}
        </Text>
      ) : null}
    </div>
  )
}
