import { useTranslation } from "react-i18next"
import type { HistoryEntry } from "../../lib/answers"
import { leaveOutReasons } from "./leave-out-reasons"
import { HistoryList, type ToldLine } from "../shared/history-list"

const textIn = (details: HistoryEntry["details"], name: string): string | undefined => {
  const value: unknown = details[name]
  return typeof value === "string" ? value : undefined
}

/** Everything that happened to an order. It waits or is left out by a rule, and then the rule is the sentence. */
export function OrderHistory({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation("marketplaces")
  const tell = ({ event, details }: HistoryEntry): ToldLine => {
    const rule = textIn(details, "rule")
    const told = t(`orders.history.event.${event}`, { defaultValue: event })
    const reason = leaveOutReasons.find((one) => one === details.reason)
    return {
      sentence: rule
        ? t(`orders.rule.${rule}`, { defaultValue: told })
        : reason
          ? t("orders.leftOut.told", { reason: t(`orders.leftOut.reason.${reason}`) })
          : told,
      mark: textIn(details, "platform_status"),
    }
  }
  return <HistoryList history={history} tell={tell} />
}
