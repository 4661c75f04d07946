import type { Dispatch } from "../../lib/answers"

/** The drawer on a shipment, from anywhere in the dashboard. */
export const shipmentPath = (id: string): string => `/marketplaces/shipments?shipment=${id}`

/** The shipments of an account; `needsPerson`: those that somebody has to settle. */
export const shipmentsPath = (accountId: string, needsPerson = false): string =>
  `/marketplaces/shipments?${new URLSearchParams({
    account_id: accountId,
    ...(needsPerson ? { needs_person: "true" } : {}),
  }).toString()}`

/** The link in a shipment's row: the drawer gives the focus back to it. */
export const rowLinkId = (shipmentId: string): string => `row-${shipmentId}`

/** The carrier as people know it: the name that was typed where the platform does not list it. */
export const carrierNameOf = ({ shipment }: Pick<Dispatch, "shipment">): string | null =>
  shipment?.carrier_name ?? shipment?.carrier ?? null
