import type { MarketplaceOrderState } from "../../../modules/marketplace/states"
import type { RefusalCode } from "../codes"

const refusals = {
  account_unknown: "There is no marketplace account {{id}}",
  order_unknown: "There is no marketplace order {{id}}",
  run_unknown: "There is no import {{id}}",
  mapping_unknown: "There is no product mapping {{id}}",
  dispatch_unknown: "There is no dispatch {{id}}",
  privacy_request_unknown: "There is no privacy request {{id}}",
  cursor_unknown: 'Account "{{account}}" has no cursor of {{resource}}',
  account_paused: 'Account "{{account}}" is paused. Resume it first',
  account_unauthorized:
    'Account "{{account}}" has lost its connection to the platform. Renew the connection first',
  resume_unauthorized:
    'Account "{{account}}" has lost its connection to the platform. Renew it; resuming is for paused accounts',
  seller_connected:
    'The seller {{seller}} is connected already, as account "{{account}}". Change that account instead',
  other_seller:
    'Account "{{account}}" belongs to seller {{seller}}, and this authorization is of seller {{other}}. Connect that seller as an account of its own',
  other_marketplaces:
    'This authorization is for {{marketplaces}}, and account "{{account}}" of the same seller has none of them, so nothing was changed. Connect them as an account of its own: with typed access data, and a label (marketplace_set) that tells the two apart',
  authorization_expired:
    "This authorization was not begun by you, was completed already, or took longer than 15 minutes. Begin it again",
  consent_refused:
    "{{platform}} was told not to allow the connection, so nothing was connected. Begin it again and agree there",
  held_authorization_unknown:
    "This connection no longer waits for you: it was confirmed or discarded already, or more than 5 minutes have passed. Install the app at the platform again",
  webhooks_not_offered: "{{platform}} does not call a store when something changes",
  brings_no_orders: "{{platform}} does not bring orders",
  notices_not_configured:
    "{{platform}} is not configured here to tell of changed orders. A developer adds the queue to the options of the plugin",
  takes_no_writes: "{{platform}} takes nothing of that kind from the store",
  stock_writer_off:
    'Stock of account "{{account}}" is not sent from here. Switch it on first: Marketplaces, the account, tab Stock',
  stock_not_held: 'Nothing of account "{{account}}" is held by the safety stop',
  dispatch_done: "This has reached the platform already; there is nothing to try again",
  shipment_gone:
    "The shipment was canceled or removed in the store, so its tracking number can no longer be changed",
  dispatch_data_removed:
    "The tracking number had to be removed by the platform's rules, so this cannot be sent any more. Enter the shipment at the platform",
  listing_linked: "Listing {{listing}} is already mapped to the variant {{variant}}",
  sku_taken: "The SKU {{sku}} is already that of the variant {{variant}}. Map the listing to it instead",
  order_canceled: "Order {{reference}} is canceled; there is nothing to try again",
  order_data_removed:
    "The data of order {{reference}} had to be removed by the platform's rules. Import the order by its number to read it again",
  order_not_in_review:
    "Order {{reference}} is not in review (it is “{{state}}”), so there is nothing to approve",
  order_final: "Order {{reference}} is “{{state}}” and can no longer be rejected",
  order_being_imported: "Order {{reference}} is being imported right now. Try again in a moment",
  order_not_changeable:
    "Order {{reference}} is “{{state}}”; salesperson, payment method and customer can be changed while it is to review",
  brings_no_listings: "{{platform}} does not tell its listings",
  holds_no_stock: "{{platform}} does not tell which stock it holds",
  platform_location_not_chosen:
    'Account "{{account}}" names no location for the platform\'s warehouse yet. Choose one first: Marketplaces, the account, tab Stock',
  stock_being_read: "The stock of this account is being read right now. Try again in a moment",
  fields_invalid: "Invalid request: {{complaints}}",
} as const satisfies Record<RefusalCode, string>

const complaints = {
  field_unknown: "is not known",
  required: "is required",
  not_text: "must be a text",
  not_number: "must be a number",
  not_whole_number: "must be a whole number",
  not_yes_or_no: "must be true or false",
  not_list: "must be a list",
  malformed: "does not have the expected form",
  unstorable: "contains characters that cannot be stored",
  too_small: "must be at least {{bound}}",
  too_big: "must be at most {{bound}}",
  empty: "must not be empty",
  too_short: "is too short; {{bound}} characters at least",
  too_long: "is too long; {{bound}} characters at most",
  too_few: "has too few entries; {{bound}} at least",
  too_many: "has too many entries; {{bound}} at most",
  option_unknown: "must be one of: {{options}}",
  instant_malformed: "must be an instant such as 2026-11-22T10:00:00Z",
  in_future: "must not be in the future",
  not_later_than: "must be later than '{{start}}'",
  nothing_to_change: "names nothing to change",
  marketplace_twice: "names a marketplace twice",
  order_twice: "names an order twice",
  letters_digits_hyphens: "must be small letters, digits and hyphens",
  settings_of_new_account: "are for a new account; those of a connected one are changed by themselves",
  too_many_orders: "names more than {{bound}} orders: give the period they were placed in as well",
  from_or_references: "is required, or 'references'",
  connector_unknown: 'there is no connector "{{id}}" (configured: {{known}})',
  connector_typed: "{{platform}} is connected by typing credentials, not by a consent page",
  choice_unknown: "there is no such choice",
  choice_not_offered: "is not among the options",
  personal_data_too_long:
    "must be at most {{days}}: {{platform}} does not allow buyers' data to be kept longer",
  account_of_connector_unknown: 'there is no account {{id}} of connector "{{connector}}"',
  marketplace_of_account_unknown: 'account "{{account}}" has no marketplace {{id}}',
  marketplace_of_platform_unknown: "{{platform}} lists no marketplace {{id}}",
  sales_channel_unknown: "there is no sales channel {{id}}",
  region_unknown: "there is no region {{id}}",
  stock_location_unknown: "there is no stock location {{id}}",
  shipping_option_unknown: "there is no shipping option {{id}}",
  fulfillment_provider_unknown: "there is no fulfilment provider {{id}}",
  platform_takes_no_shipments: "{{platform}} takes no shipments, so there is no carrier to choose",
  carrier_mistyped: "is not a carrier of {{platform}}; the nearest is {{suggestion}}",
  carrier_unlisted: "is not a carrier of {{platform}}; choose one of its list",
  carrier_has_name: "is only for a carrier that is not on the list; {{carrier}} is",
  locations_of_new_account:
    "can be set once the account is connected, when its platform has told its locations",
  platform_has_no_locations: "{{platform}} keeps no stock by location, so there is nothing to choose",
  platform_location_unknown: "{{platform}} lists no location {{id}}",
  location_mapped_twice: "stands for another location there already; choose one",
  carrier_name_alone: "needs the carrier that it is the name of, in 'carrier'",
  carrier_chosen_twice: "has two carriers; choose one",
  user_unknown: "there is no user {{id}}",
  customer_unknown: "there is no customer {{id}}",
  only_in_review: "can only be changed while the order is to review",
  reason_wanted: "is required for an order that is to review: say why it is left out",
  note_wanted: "is required where the reason is “other”",
  variant_unknown: "there is no product variant {{id}}",
  variant_required: "is required for a mapped listing",
  variant_makes_mapped: "a listing with a variant is mapped, it cannot be ignored or unmapped",
  listing_unknown: "there is no listing {{listing}} in this account",
  listing_not_linked: "the listing {{listing}} is not mapped to a product yet",
  listing_twice: "names a listing twice",
  stock_not_managed: "the stock of this product is not managed in Medusa",
  stock_too_small: "only {{available}} of {{sku}} are available at that location, and {{needed}} are needed",
  same_location: "must be another location than the one the goods come from",
  not_platform_location: "is not a platform location of this account",
  transfer_differs: "a transfer with this reference is recorded already, with other contents",
  page_token_foreign: "is not a token of this preview. Begin again without one",
} as const

const states = {
  waiting: "waiting",
  blocked: "blocked",
  ready: "about to be imported",
  review: "to review",
  imported: "imported",
  canceled: "canceled",
  ignored: "ignored",
} as const satisfies Record<MarketplaceOrderState, string>

/** English decides which texts and placeholders there are. */
export const en = { refusals, complaints, states, field: "Field '{{field}}': {{reason}}" } as const
