import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Account, PrivacyRecord } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { AnswerMenu } from "./answer-menu"
import { PrivacyResult } from "./privacy-result"

const column = createDataTableColumnHelper<PrivacyRecord>()

/** The columns of the records. */
export function usePrivacyColumns(accounts: Account[], canAnswer: boolean) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return useMemo(
    () => [
      column.accessor("requested_at", {
        header: t("privacy.column.requestedAt"),
        cell: ({ getValue }) => format.instant(getValue()),
      }),
      column.accessor("kind", {
        header: t("privacy.column.kind"),
        cell: ({ row }) => <span>{t(`privacy.kind.${row.original.kind}`)}</span>,
        maxSize: 260,
      }),
      column.accessor("account_id", {
        header: t("privacy.column.account"),
        cell: ({ row: { original } }) =>
          accounts.find(({ id }) => id === original.account_id)?.name ?? original.external_id,
        maxSize: 220,
      }),
      column.accessor("report", {
        header: t("privacy.column.result"),
        cell: ({ row }) => <PrivacyResult record={row.original} />,
        truncateTooltip: false,
        maxSize: 420,
      }),
      column.display({
        id: "answer",
        cell: ({ row: { original } }) =>
          original.exportable && canAnswer ? <AnswerMenu record={original} /> : null,
      }),
    ],
    [accounts, canAnswer, format, t],
  )
}
