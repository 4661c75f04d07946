import { useTranslation } from "react-i18next"
import type { HistoryEntry } from "../../lib/answers"
import { HistoryList, type ToldLine } from "../shared/history-list"
import { toldBy } from "./told-by"

/** Everything that happened to a shipment, with the platform's answers. */
export function ShipmentHistory({ history, platform }: { history: HistoryEntry[]; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const tell = (entry: HistoryEntry): ToldLine => {
    const { event, remark } = toldBy(entry)
    const told = t(`shipping.history.event.${event}`, { platform, defaultValue: event })
    return { sentence: remark ? `${told} ${t(`shipping.history.remark.${remark}`)}` : told }
  }
  return <HistoryList history={history} tell={tell} />
}
