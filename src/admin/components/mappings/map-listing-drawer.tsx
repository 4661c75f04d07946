import { Drawer, Skeleton, Text } from "@medusajs/ui"
import { useCallback, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFocusReturn } from "../../hooks/use-focus-return"
import { useListing } from "../../hooks/use-mappings"
import { DiscardPrompt } from "../shared/discard-prompt"
import { DrawerHeading } from "../shared/drawer-heading"
import { LoadFailure } from "../shared/load-failure"
import { decisionOf } from "./listing-decision"
import { MapListingForm } from "./map-listing-form"

export type MapListingDrawerProps = {
  accountId: string
  listingKey: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Called after the listing was mapped, made a product, ignored, or no longer ignored. */
  onMapped?: () => void
}

/** Asks which product of the store a listing is. */
export function MapListingDrawer({
  accountId,
  listingKey,
  open,
  onOpenChange,
  onMapped,
}: MapListingDrawerProps) {
  const { t } = useTranslation("marketplaces")
  const returnFocus = useFocusReturn(open)
  const isDirty = useRef(false)
  const [isAsking, setAsking] = useState(false)
  const noteDirty = useCallback((dirty: boolean) => {
    isDirty.current = dirty
  }, [])
  const close = () => {
    isDirty.current = false
    onOpenChange(false)
  }

  return (
    <Drawer open={open} onOpenChange={(next) => (isDirty.current ? setAsking(true) : onOpenChange(next))}>
      <Drawer.Content onCloseAutoFocus={returnFocus}>
        <DrawerHeading title={t("mappings.drawer.title")}>{t("mappings.drawer.text")}</DrawerHeading>
        <Listing
          accountId={accountId}
          listingKey={listingKey}
          onDirty={noteDirty}
          onDecided={() => {
            close()
            onMapped?.()
          }}
        />
        <DiscardPrompt
          open={isAsking}
          onOpenChange={setAsking}
          text={t("mappings.discard.text")}
          onDiscard={close}
        />
      </Drawer.Content>
    </Drawer>
  )
}

type ListingProps = Pick<MapListingDrawerProps, "accountId" | "listingKey"> & {
  onDirty: (isDirty: boolean) => void
  onDecided: () => void
}

function Listing({ accountId, listingKey, onDirty, onDecided }: ListingProps) {
  const { t } = useTranslation("marketplaces")
  const { data, error, refetch } = useListing(accountId, listingKey)
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <Drawer.Body className="flex flex-col gap-y-4" aria-busy aria-label={t("common.loading")}>
        <Skeleton className="h-20 w-full rounded-lg" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-40 w-full rounded-lg" />
      </Drawer.Body>
    )
  }
  const [mapping] = data.mappings
  return mapping ? (
    <MapListingForm
      // Begins anew with what was decided, here or by somebody else; a reading of the listings leaves what is typed alone.
      key={decisionOf(mapping)}
      mapping={mapping}
      onDirty={onDirty}
      onDecided={onDecided}
    />
  ) : (
    <Drawer.Body>
      <Text size="small">{t("mappings.drawer.unknown", { listing: listingKey })}</Text>
    </Drawer.Body>
  )
}
