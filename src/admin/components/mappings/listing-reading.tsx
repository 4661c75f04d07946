import { Button, toast } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useReadListings } from "../../hooks/use-stock"
import type { Account } from "../../lib/answers"
import { useRefresh } from "../../lib/query"
import { SwitchSetting } from "../account/form/setting-fields"
import type { Reading } from "../account/reading"
import { ReadingProblems, ReadingState } from "../account/reading-state"
import { Section } from "../account/section"

type ListingReadingProps = { account: Account; platform: string; reading: Reading }

/** Asks the platform for the listings; the platform may take minutes, so it only tells that they were asked for. */
function ReadNow({ account, platform, reading }: ListingReadingProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { operate } = useMarketplacePermissions()
  const { mutate, isPending } = useReadListings(account.id)
  if (!operate) return null
  const run = () =>
    mutate(undefined, {
      onSuccess: ({ state, read }) =>
        state === "reading"
          ? toast.info(t("mappings.reading.asked", { platform }))
          : toast.info(t("mappings.reading.fresh", countOf(read))),
      onError: ({ message }) => toast.error(t("mappings.done.failed"), { description: message }),
    })
  return (
    <Button
      size="small"
      variant="secondary"
      disabled={account.state !== "connected"}
      isLoading={isPending || reading.isReading}
      onClick={run}
    >
      {t("mappings.reading.action")}
    </Button>
  )
}

/** How the platform's own list of listings is read, so that they can be mapped before an order needs them. */
export function ListingReading({ account, platform, reading }: ListingReadingProps) {
  const { t } = useTranslation("marketplaces")
  const refresh = useRefresh()
  const wasReading = useRef(reading.isReading)
  useEffect(() => {
    // What was found is in the table as soon as it is known that the reading is over.
    if (wasReading.current && !reading.isReading) refresh()
    wasReading.current = reading.isReading
  }, [reading.isReading, refresh])
  const nameOf = (id: string) => account.sites.find((site) => site.external_id === id)?.name ?? id
  return (
    <Section
      title={t("mappings.reading.title", { platform })}
      help={t("mappings.reading.help", { platform })}
      actions={<ReadNow account={account} platform={platform} reading={reading} />}
    >
      <div className="px-6 py-4">
        <ReadingState kind="listings" reading={reading} platform={platform} />
      </div>
      <ReadingProblems reading={reading} nameOf={nameOf} />
      <SwitchSetting name="read_listings" />
    </Section>
  )
}
