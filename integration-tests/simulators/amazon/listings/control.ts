import { type Control, type ControlInput, recordOf, refuse, sellerOf } from "../control-input"
import { generateListings, type GenerateListingsOptions } from "../generator/listings"
import type { World } from "../world"
import type { ListingOptions } from "./listing"
import type { ListingChange } from "./listing-store"

export const LISTING_CONTROLS: Readonly<Record<string, Control>> = {
  "GET listings": (world, input) => {
    const store = world.listings(sellerOf(input))
    return { listings: input.id === undefined ? store.all() : [store.state(input.id)] }
  },
  "POST listings": (world, input) => addListings(world, input),
  "PATCH listings": (world, input) => {
    const change: ListingChange = recordOf(input.body)
    return { listing: world.listings(sellerOf(input)).change(input.id ?? "", change) }
  },
  "DELETE listings": (world, input) => {
    world.listings(sellerOf(input)).remove(input.id ?? "")
    return {}
  },
  "GET listing-patches": (world, input) => ({
    patches: world.listings(sellerOf(input)).accepted(input.query.get("sku") ?? undefined),
  }),
  "DELETE listing-patches": (world, input) => {
    world.listings(sellerOf(input)).clearAccepted()
    return {}
  },
}

function addListings(world: World, input: ControlInput): unknown {
  const body = recordOf(input.body)
  const store = world.listings(sellerOf(input, body))
  const listings =
    typeof body.generate === "object" && body.generate !== null
      ? generateListings(body.generate as GenerateListingsOptions)
      : body.listings
  if (!Array.isArray(listings) || !listings.every(isListing)) return refuse("listings or generate is needed.")
  store.add(listings)
  return { listings: listings.map(({ sku }) => store.state(sku)) }
}

function isListing(value: unknown): value is ListingOptions {
  return typeof recordOf(value).sku === "string"
}
