import { Alert, Badge, Button, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { usePreview } from "../../hooks/use-preview"
import type { Period } from "../../hooks/use-runs"
import type { Account } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { LoadFailure } from "../shared/load-failure"
import { PreviewTable } from "./preview-table"
import { countVerdicts, isChosen } from "./selection"
import type { Starting } from "./starting"

type Props = Starting & { account: Account; period: Period; onBack: () => void }

/** What an import of the period would do, order by order, and which of them are wanted. Nothing has been written yet. */
export function PreviewStep({ account, period, onBack, onImport, isStarting, error }: Props) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  const preview = usePreview(account.id, period)
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map())

  if (preview.isLoading) {
    return (
      <div className="flex flex-col gap-y-2" role="status" aria-label={t("common.loading")}>
        {["one", "two", "three", "four"].map((row) => (
          <Skeleton key={row} className="h-10 w-full" />
        ))}
      </div>
    )
  }
  if (!preview.data) {
    return (
      <>
        {preview.error ? <LoadFailure error={preview.error} onRetry={() => preview.refetch()} /> : null}
        <Button size="small" variant="secondary" className="self-start" onClick={onBack}>
          {t("common.back")}
        </Button>
      </>
    )
  }

  const { orders } = preview.data
  const chosen = orders.filter((order) => isChosen(order, said))
  const choose = (references: string[], wanted: boolean) =>
    setSaid((now) => new Map([...now, ...references.map((reference) => [reference, wanted] as const)]))
  // A whole period is asked for as a period: it also holds what is sold until the import reads it.
  const isEverything = chosen.length === orders.length && !preview.hasNextPage
  const importChosen = () =>
    onImport(isEverything ? period : { ...period, references: chosen.map(({ reference }) => reference) })

  return (
    <div className="flex flex-col gap-y-4">
      {error ? <Alert variant="error">{error.message}</Alert> : null}
      {preview.error ? <Alert variant="error">{preview.error.message}</Alert> : null}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          {t("import.preview.period", { from: format.instant(period.from), to: format.instant(period.to) })}
        </Text>
        <div className="flex flex-wrap gap-2" data-testid="verdict-counts">
          {countVerdicts(orders).map(([verdict, count]) => (
            <Badge key={verdict} size="2xsmall">
              {t(`import.verdict.${verdict}`)}: {format.number(count)}
            </Badge>
          ))}
        </div>
      </div>
      {orders.length ? (
        <PreviewTable account={account} orders={orders} said={said} onChoose={choose} />
      ) : (
        <Text className="text-ui-fg-subtle py-8 text-center">{t("import.preview.empty")}</Text>
      )}
      {preview.hasNextPage ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.preview.more", countOf(orders.length))}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isLoading={preview.isFetchingNextPage}
            onClick={() => void preview.fetchNextPage()}
          >
            {t("import.preview.readOn")}
          </Button>
        </div>
      ) : null}
      <div className="bg-ui-bg-base border-ui-border-base sticky -bottom-10 flex flex-wrap justify-end gap-2 border-t py-4">
        <Button size="small" variant="secondary" onClick={onBack}>
          {t("common.back")}
        </Button>
        {preview.hasNextPage ? (
          <Button size="small" variant="secondary" disabled={isStarting} onClick={() => onImport(period)}>
            {t("import.period.importAll")}
          </Button>
        ) : null}
        <Button size="small" disabled={!chosen.length} isLoading={isStarting} onClick={importChosen}>
          {t("import.preview.importChosen", countOf(chosen.length))}
        </Button>
      </div>
    </div>
  )
}
