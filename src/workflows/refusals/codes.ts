import { MedusaError } from "@medusajs/framework/utils"

const { NOT_FOUND, NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/**
 * The closed list of what we ourselves refuse a person, with what it is to Medusa (its type decides the status). Texts in en,
 * pt-BR and es are in `texts`. What a platform refuses is a problem of the connector instead.
 */
export const refusalTypes = {
  account_unknown: NOT_FOUND,
  order_unknown: NOT_FOUND,
  run_unknown: NOT_FOUND,
  mapping_unknown: NOT_FOUND,
  dispatch_unknown: NOT_FOUND,
  cursor_unknown: NOT_FOUND,
  privacy_request_unknown: NOT_FOUND,
  account_paused: NOT_ALLOWED,
  account_unauthorized: NOT_ALLOWED,
  resume_unauthorized: NOT_ALLOWED,
  seller_connected: NOT_ALLOWED,
  /** Consent given by another seller than the one whose account is authorized again. */
  other_seller: NOT_ALLOWED,
  /** Authorization for marketplaces of the seller of which the account has none. */
  other_marketplaces: NOT_ALLOWED,
  /** Consent not begun by this admin, completed already, or too late. */
  authorization_expired: NOT_ALLOWED,
  /** The merchant did not agree at the platform. */
  consent_refused: NOT_ALLOWED,
  /** A consent that began at the platform: confirmed or discarded already, another admin's, or too late. */
  held_authorization_unknown: NOT_FOUND,
  webhooks_not_offered: NOT_ALLOWED,
  brings_no_orders: NOT_ALLOWED,
  takes_no_writes: NOT_ALLOWED,
  stock_writer_off: NOT_ALLOWED,
  stock_not_held: NOT_ALLOWED,
  dispatch_done: NOT_ALLOWED,
  dispatch_data_removed: NOT_ALLOWED,
  shipment_gone: NOT_ALLOWED,
  notices_not_configured: NOT_ALLOWED,
  listing_linked: NOT_ALLOWED,
  sku_taken: NOT_ALLOWED,
  order_canceled: NOT_ALLOWED,
  order_data_removed: NOT_ALLOWED,
  order_not_in_review: NOT_ALLOWED,
  order_final: NOT_ALLOWED,
  order_being_imported: NOT_ALLOWED,
  order_not_changeable: NOT_ALLOWED,
  brings_no_listings: NOT_ALLOWED,
  holds_no_stock: NOT_ALLOWED,
  platform_location_not_chosen: NOT_ALLOWED,
  stock_being_read: NOT_ALLOWED,
  /** The request itself: every complaint names its field. */
  fields_invalid: INVALID_DATA,
} as const

export type RefusalCode = keyof typeof refusalTypes
