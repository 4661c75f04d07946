import { ExclamationCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCount } from "../../../hooks/use-count"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import { useReleaseStock } from "../../../hooks/use-stock"
import type { Account } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { tabPath } from "../account-tabs"
import { LEVELS_PLACE } from "./list-query"

type Brake = NonNullable<Account["stock_brake"]>

/** What would happen to the listings that are held. */
const sortOf = ({ zeroed, raised }: Brake) => (zeroed && raised ? "both" : raised ? "raised" : "zeroed")

/** The button that lets everything through that is held, after asking. */
function LetThrough({ account, brake, platform }: SafetyStopProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const format = useFormat()
  const prompt = usePrompt()
  const { mutate, isPending } = useReleaseStock(account.id)
  const release = async () => {
    const agreed = await prompt({
      title: t("stock.stop.ask", { platform }),
      description: t("stock.stop.askText", {
        platform,
        zeroed: format.number(brake.zeroed),
        raised: format.number(brake.raised),
      }),
      confirmText: t("stock.stop.release"),
      cancelText: t("common.cancel"),
    })
    if (!agreed) return
    mutate(undefined, {
      onSuccess: ({ released }) => toast.success(t("stock.stop.released", countOf(released))),
      onError: ({ message }) => toast.error(t("stock.failed"), { description: message }),
    })
  }
  return (
    <Button size="small" isLoading={isPending} onClick={() => void release()}>
      {t("stock.stop.release")}
    </Button>
  )
}

type SafetyStopProps = { account: Account; brake: Brake; platform: string }

/** Tells that the safety stop holds, why, and how to go on. */
export function SafetyStop({ account, brake, platform }: SafetyStopProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const { operate } = useMarketplacePermissions()
  const listings = format.number(brake.listings)
  const [zeroed, raised] = [brake.zeroed, brake.raised].map(format.number)
  return (
    <Container
      className="flex gap-x-3 px-6 py-4"
      role="region"
      aria-labelledby="safety-stop"
      data-stock-brake
    >
      <ExclamationCircleSolid className="text-ui-tag-orange-icon mt-1 shrink-0" aria-hidden />
      <div className="flex min-w-0 flex-col gap-y-2">
        <Heading level="h2" id="safety-stop">
          {t("stock.stop.title", { platform })}
        </Heading>
        <Text size="small" className="text-pretty">
          {t(`stock.stop.counts.${sortOf(brake)}`, { listings, zeroed, raised })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("stock.stop.text", {
            percent: account.settings.stock_brake_percent,
            at: format.instant(brake.at),
          })}
        </Text>
        <div className="flex flex-wrap gap-2 pt-1">
          {operate ? <LetThrough account={account} brake={brake} platform={platform} /> : null}
          <Button size="small" variant="secondary" asChild>
            <Link to={`${tabPath(account, "stock")}&state=waiting#${LEVELS_PLACE}`}>
              {t("stock.stop.see")}
            </Link>
          </Button>
        </div>
      </div>
    </Container>
  )
}
