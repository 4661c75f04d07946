import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePlatformOf } from "../../hooks/use-platform"
import type { Dispatch } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { tabPath } from "../account/account-tabs"
import { WayTo } from "../shared/solution-buttons"

/** What the standing of a shipment means and what comes next; why it is held, with the way to where that is changed. */
export function ShipmentMeaning({ shipment }: { shipment: Dispatch }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { platform } = usePlatformOf(shipment.account_id)
  const { held_by: holder, standing, next_attempt_at: next } = shipment
  const again =
    !holder && standing !== "sending" && next && Date.parse(next) > Date.now()
      ? t("shipping.again", { when: format.relative(next) })
      : null
  const told = holder
    ? t(`shipping.held.${holder}`, { platform })
    : t(`shipping.meaning.${standing}`, { platform })
  return (
    <div className="flex flex-col items-start gap-y-2">
      <Text size="small" className="text-ui-fg-subtle">
        {[told, again].filter(Boolean).join(" ")}
      </Text>
      {holder ? (
        <WayTo
          to={tabPath({ id: shipment.account_id }, holder === "stock_brake" ? "stock" : "shipping")}
          label={t(`shipping.solution.${holder === "stock_brake" ? "releaseStock" : "openSettings"}`)}
        />
      ) : null}
    </div>
  )
}
