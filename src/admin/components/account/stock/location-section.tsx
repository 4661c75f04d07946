import { Select, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePlatformLocations, type PlatformLocation } from "../../../hooks/use-locations"
import { useStoreChoices, type Choice } from "../../../hooks/use-store-choices"
import type { Account } from "../../../lib/answers"
import { LoadFailure } from "../../shared/load-failure"
import { useAccountForm } from "../form/account-form"
import { FieldRow } from "../form/field-row"
import { Section } from "../section"
import { mappedLocations, placeOf, withPlace } from "./location-map"

/** Stands for "not mapped": a select's item may not be empty. */
const EMPTY = "-"

type RowProps = {
  location: Choice
  places: PlatformLocation[]
  platform: string
  /** The account counts it though it is not mapped. */
  isOwn: boolean
}

/** The platform's place that a location of the store is. */
function PlaceOf({ location, places, platform, isOwn }: RowProps) {
  const { t } = useTranslation("marketplaces")
  const form = useAccountForm()
  const map = form.settings.location_map
  const chosen = placeOf(map, location.value)
  const ordinary = places.find(({ is_default }) => is_default)
  const isGone = chosen && !places.some(({ id }) => id === chosen.platform_location)
  const notMapped = () => {
    if (!isOwn) return t("stock.locations.notOffered")
    return ordinary
      ? t("stock.locations.notMappedTo", { name: ordinary.name })
      : t("stock.locations.notMapped")
  }
  const fault = (field: string) => chosen && form.errors[`settings.location_map.${chosen.place}.${field}`]
  return (
    <FieldRow
      id={`settings.location_map.${location.value}`}
      label={location.label}
      help={t("stock.locations.of", { platform })}
      error={fault("platform_location") ?? fault("location_id")}
    >
      {(control) => (
        <Select
          value={chosen?.platform_location ?? EMPTY}
          disabled={form.isReadOnly || form.isSaving}
          onValueChange={(value) =>
            form.setSetting("location_map", withPlace(map, location.value, value === EMPTY ? null : value))
          }
        >
          <Select.Trigger {...control} aria-labelledby={`${control.id}-label ${control.id}`}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={EMPTY}>{notMapped()}</Select.Item>
            {places.map(({ id, name }) => (
              <Select.Item key={id} value={id}>
                {name}
              </Select.Item>
            ))}
            {isGone ? (
              <Select.Item value={chosen.platform_location}>{chosen.platform_location}</Select.Item>
            ) : null}
          </Select.Content>
        </Select>
      )}
    </FieldRow>
  )
}

/** Which of the platform's places the store's locations are, so that stock is told place by place. */
export function LocationSection({ account, platform }: { account: Account; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const { settings } = useAccountForm()
  const places = usePlatformLocations(account.id, account.state === "connected")
  const own = useStoreChoices("stock_locations")
  const error = places.error ?? own.error

  const content = () => {
    if (account.state !== "connected") return <Note text={t("stock.locations.notAsked", { platform })} />
    if (error) {
      return <LoadFailure error={error} onRetry={() => void Promise.all([places.refetch(), own.refetch()])} />
    }
    if (!places.data || !own.data) {
      return (
        <div className="px-6 py-4">
          <Skeleton className="h-16 w-full" aria-label={t("common.loading")} />
        </div>
      )
    }
    const { locations, own_location_ids } = places.data
    // With one place there is nothing to choose, except to take back what was chosen when there were more.
    if (locations.length < 2 && !settings.location_map.length) {
      return <Note text={t("stock.locations.onlyOne", { platform, name: locations[0]?.name ?? platform })} />
    }
    return mappedLocations(own.data, settings.location_map).map((location) => (
      <PlaceOf
        key={location.value}
        location={location}
        places={locations}
        platform={platform}
        isOwn={own_location_ids.includes(location.value)}
      />
    ))
  }
  return (
    <Section
      title={t("stock.locations.title", { platform })}
      help={t("account.help.location_map", { platform })}
    >
      {content()}
    </Section>
  )
}

function Note({ text }: { text: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
      {text}
    </Text>
  )
}
