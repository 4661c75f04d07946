import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAccounts } from "../../hooks/use-accounts"
import { useProductListings } from "../../hooks/use-mappings"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Mapping } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { LoadFailure } from "../shared/load-failure"

/** The listings that are mapped to a product's variants, over all accounts. */
export function ProductListings({ productId }: { productId: string }) {
  const { see } = useMarketplacePermissions()
  return see ? <Listings productId={productId} /> : null
}

function Listings({ productId }: { productId: string }) {
  const { t } = useTranslation("marketplaces")
  const { data: listings, error, refetch } = useProductListings(productId)
  const { data: accounts } = useAccounts()
  const nameOf = (accountId: string) => accounts?.accounts.find(({ id }) => id === accountId)?.name
  return (
    <Container className="divide-y p-0" data-testid="product-listings">
      <div className="px-6 py-4">
        <Heading level="h2">{t("widgets.product.title")}</Heading>
      </div>
      {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : null}
      {!listings && !error ? (
        <div className="px-6 py-4">
          <Skeleton className="h-10 w-full" />
        </div>
      ) : null}
      {listings?.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("widgets.product.empty")}
        </Text>
      ) : null}
      {listings?.length ? (
        <ul className="max-h-96 divide-y overflow-y-auto">
          {listings.map((listing) => (
            <ListedAt key={listing.id} listing={listing} accountName={nameOf(listing.account_id)} />
          ))}
        </ul>
      ) : null}
    </Container>
  )
}

function ListedAt({ listing, accountName }: { listing: Mapping; accountName: string | undefined }) {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  const { account_id, listing_key, units_per_package: units, variant } = listing
  const search = new URLSearchParams({ tab: "products", q: listing_key })
  return (
    <li>
      <Link
        to={`/marketplaces/${account_id}?${search}`}
        className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-col gap-y-0.5 px-6 py-3 outline-none"
      >
        <Text as="span" size="small" leading="compact" weight="plus" className="break-words">
          {listing.title}
        </Text>
        <Text as="span" size="xsmall" className="text-ui-fg-subtle break-words">
          {[accountName, listing_key].filter(Boolean).join(" · ")}
        </Text>
        <Text as="span" size="xsmall" className="text-ui-fg-subtle">
          {t("widgets.product.units", {
            units: number(units),
            variant: variant?.title ?? t("mappings.variantGone"),
          })}
        </Text>
      </Link>
    </li>
  )
}
