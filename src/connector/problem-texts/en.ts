import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"
import { enWriting } from "./writing/en"

export const en: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Listing not mapped to a product: {{listing_key}}",
    cause:
      "The order contains “{{title}}” ({{listing_key}}), and this listing is not mapped to any product of your store.",
    wayOut:
      "Open Marketplaces, choose the account, tab Products, and map the listing. The order is then imported by itself.",
  },
  listing_ambiguous: {
    title: "Several products fit the listing: {{listing_key}}",
    cause:
      "The order contains “{{title}}” ({{listing_key}}), and {{count}} products or variants of your store fit it equally well. Which one was sold is not guessed.",
    wayOut:
      "Open Marketplaces, choose the account, tab Products, and map the listing to the right product. The order is then imported by itself.",
  },
  stock_short: {
    title: "Not enough stock: {{title}}",
    cause:
      "The order needs {{needed}} of {{title}} (SKU {{sku}}), and your stock location has {{available}}.",
    wayOut:
      "Add stock or correct the quantity: the order is then imported by itself. You can also take such orders all the same: Marketplaces, the account, tab Orders.",
  },
  amount_unknown: {
    title: "Amounts not known yet",
    cause: "The platform has not said yet what this order costs. An unknown amount is never taken as zero.",
    wayOut:
      "Wait: the order is read again by itself. If nothing has changed after a day, open the order at the platform.",
  },
  amounts_inconsistent: {
    title: "The amounts do not add up",
    cause: "The platform states a total of {{expected}}, but the lines of the order add up to {{computed}}.",
    wayOut:
      "Compare the order with the platform and pass its number to the developer of the plugin. Do not type it in by hand.",
  },
  marketplace_unknown: {
    title: "Marketplace missing in the account: {{marketplace}}",
    cause:
      "The order was placed in marketplace {{marketplace}}, which is not among the marketplaces of this account.",
    wayOut:
      "Open Marketplaces, choose the account, tab Connection, and press “Test connection”: the marketplaces are read again. Then press “Try again”.",
  },
  region_missing: {
    title: "No region: {{country}}, {{currency}}",
    cause: "Your store has no region that includes the country {{country}} and sells in {{currency}}.",
    wayOut:
      "Create the region under Settings, Regions, and press “Try again”. Or open Marketplaces, choose the account, tab Orders, and choose another region.",
  },
  sales_channel_missing: {
    title: "No sales channel chosen",
    cause:
      "The account does not say in which sales channel its orders belong, or that channel has been deleted.",
    wayOut:
      "Open Marketplaces, choose the account, tab Orders, and choose a sales channel. Blocked orders are then imported by themselves.",
  },
  stock_location_missing: {
    title: "No stock location chosen",
    cause:
      "The account does not say from which stock location its orders are shipped, or that location has been deleted.",
    wayOut:
      "Open Marketplaces, choose the account, tab Stock, and choose a stock location. Blocked orders are then imported by themselves.",
  },
  platform_location_missing: {
    title: "No location for the platform's stock",
    cause:
      "The platform ships this order from the stock it holds for you, and the account names no location for that stock.",
    wayOut:
      "Open Marketplaces, choose the account, tab Stock, and choose the platform's warehouse. Blocked orders are then imported by themselves.",
  },
  order_without_lines: {
    title: "The order has no products",
    cause: "The platform gave this order without a single line.",
    wayOut: "Wait: the order is read again by itself. If it stays empty, open it at the platform.",
  },
  contract_broken: {
    title: "The platform's answer could not be understood",
    cause: "The part “{{path}}” of the answer is missing or is not what the platform documents.",
    wayOut:
      "Nothing is lost: the answer is kept. Pass this message to the developer of the plugin, update the plugin, then press “Try again”.",
  },
  stored_order_unreadable: {
    title: "The stored order cannot be opened",
    cause:
      "What the platform told of this order is stored encrypted, and none of the configured keys opens it.",
    wayOut:
      "Ask your developer to configure the former encryption key again, in “previousEncryptionKeys”, then press “Try again”. If the key is lost, import the order once more by its number.",
  },
  canceled_after_shipment: {
    title: "Canceled at the platform after shipment",
    cause:
      "The order was canceled at the platform, but it has already been packed or shipped here. Nothing has been undone.",
    wayOut:
      "If it is only packed, cancel the fulfillment in Medusa and then the order. If it has left, call the parcel back or register a return on the order, and settle the payment with the platform.",
  },
  changed_after_import: {
    title: "Changed at the platform after import",
    cause:
      "The order was changed at the platform after it was imported. What changed: {{what}}. Your order in Medusa is untouched.",
    wayOut: "Compare both orders, and change the one in Medusa by hand where needed.",
  },
  changed_while_edited: {
    title: "Changed at the platform while you were editing it",
    cause:
      "Somebody edited this order's draft here, and afterwards the order changed at the platform. The draft was kept as you edited it.",
    wayOut:
      "Compare the draft with the order at the platform, then approve it as it is. To take the platform's version instead, choose “Try again”: what was edited here is discarded.",
  },
  import_failed: {
    title: "The import failed",
    cause: "Something unexpected happened during the import: {{reason}}.",
    wayOut: "It is tried again by itself. If it keeps failing, pass this message to your developer.",
  },
  canceled_after_invoice: {
    title: "Canceled at the platform after the invoice",
    cause:
      "Order {{order}} was canceled at the platform, and an invoice has already been issued for it. Nothing has been undone.",
    wayOut: "Issue a credit note or cancel the invoice, as your accountant asks, then cancel the order here.",
  },
  canceled_here_only: {
    title: "Canceled here, still open at the platform",
    cause:
      "You canceled order {{order}} here. The platform was not told, and its buyer still expects the goods.",
    wayOut:
      "Cancel the order at the platform as well. If it was canceled here by mistake, ship it all the same and confirm it at the platform by hand.",
  },
  canceled_here_after_confirmation: {
    title: "Canceled here after the platform was told of the shipment",
    cause:
      "The platform knows order {{order}} as shipped, and then it was canceled here. A confirmed shipment cannot be taken back.",
    wayOut:
      "If the goods are on their way, call the parcel back or wait for the return. Refund the buyer at the platform.",
  },
  listings_empty: {
    title: "The platform listed no products at all",
    cause:
      "In {{marketplace}} there were listings before, and the platform's answer holds none. That is rather an outage than a shop that took everything down, so the listings stay as they were.",
    wayOut:
      "Nothing to do: the listings are read again by themselves. If you did take all of them down, nothing is wrong: the remark goes as soon as the platform lists something again.",
  },
  platform_stock_empty: {
    title: "The platform told no stock at all",
    cause:
      "We hold stock at the platform's location, and the answer of {{marketplace}} holds not a single listing. That is rather an outage than an empty warehouse, so no level was changed.",
    wayOut:
      "Nothing to do: the stock is read again within hours. If the platform really holds nothing of yours any more, set these levels to zero in Medusa's inventory.",
  },
  document_invalid: {
    title: "The buyer's {{kind}} is not valid",
    cause:
      "The platform gave a {{kind}} whose check digits are wrong. The order's address keeps it as it came, but it was not used to find the customer.",
    wayOut: "Ask the buyer for the right number before you issue the invoice.",
  },
  stock_short_taken: {
    title: "Imported without enough stock: {{sku}}",
    cause:
      "The order needs {{needed}} of {{sku}}, and your stock location had {{available}}. Your settings accept that.",
    wayOut: "Get the missing units before the ship-by date, or cancel the order at the platform.",
  },
  tax_basis_assumed: {
    title: "Tax basis assumed: {{line}}",
    cause:
      "The platform did not make clear whether the prices of line {{line}} include tax. What is usual in the country was assumed.",
    wayOut: "Compare the tax of this line with the platform before you invoice it.",
  },
  total_computed: {
    title: "Total computed: {{total}}",
    cause: "The platform did not state the order's total, so it was added up from the lines: {{total}}.",
    wayOut: "Nothing to do. Compare it with the platform if the amount looks wrong.",
  },
  address_incomplete: {
    title: "Shipping address incomplete",
    cause: "The platform did not give these parts of the address: {{missing}}.",
    wayOut:
      "Look the address up at the platform before you ship. If it is always missing, check the application's permissions.",
  },
  price_unknown_taken_as_zero: {
    title: "Unknown price taken as zero",
    cause:
      "The platform did not state a price, as it does for replacements and free samples. The order was imported with zero.",
    wayOut: "Compare the order with the platform. Correct it if the buyer did pay for it.",
  },
  authorization_lost: {
    title: "The connection must be renewed",
    cause: "The platform no longer accepts the permission you gave: it has expired, or it was taken back.",
    wayOut:
      "Open Marketplaces, choose the account, tab Connection, and renew the connection. Reading goes on where it stopped.",
  },
  account_suspended: {
    title: "The platform has suspended this account",
    cause:
      "The platform does not serve this account at the moment, for example because its plan there is not paid or the app was suspended. Until then nothing is read or sent, and nothing is lost.",
    wayOut:
      "Settle it at the platform: pay the plan, or ask its support. We look again every hour, and reading continues where it stopped.",
  },
  webhooks_not_registered: {
    title: "The platform does not tell us of changes at once",
    cause: "It could not be asked to call this store when something changes: {{reason}}.",
    wayOut:
      "Nothing to do for now: orders are still read by schedule, and it is tried again every day. If it stays like this, ask your developer whether the store's address can be reached from the internet by https.",
  },
  access_denied: {
    title: "The platform denies access",
    cause: "The account is connected, but the platform refuses to show this data: {{reason}}.",
    wayOut:
      "Check at the platform that region and permissions (roles) are right. Then open Marketplaces, choose the account, tab Connection, renew the connection and test it.",
  },
  application_rejected: {
    title: "The platform rejects the application",
    cause: "The id or secret of the store's application is wrong or has expired: {{reason}}.",
    wayOut: "Ask your developer to put current ones into the store's configuration and to restart it.",
  },
  request_refused: {
    title: "The platform refused the request",
    cause: "The platform understood the request and refused it: {{reason}}.",
    wayOut: "Try again later. If it is refused again, pass this message to the developer of the plugin.",
  },
  connector_missing: {
    title: "The connection to the platform is not installed",
    cause:
      "This account needs the connector “{{connector}}”, which is not among the connectors that this store is set up with.",
    wayOut:
      "Ask your developer to add the connector “{{connector}}” to the store's configuration. Reading then goes on by itself where it stopped, and no order is lost.",
  },
  platform_unavailable: {
    title: "The platform does not answer",
    cause: "The platform could not be reached, or it had a fault: {{reason}}.",
    wayOut: "Nothing to do: it is tried again by itself and no order is lost.",
  },
  platform_throttled: {
    title: "Waiting for the platform's limit",
    cause: "The platform allows only so many calls, and they are used up until {{retry_at}}.",
    wayOut: "Nothing to do: reading goes on by itself at that time.",
  },
  order_not_found: {
    title: "Order not found: {{reference}}",
    cause: "The platform does not know the order {{reference}} in this account.",
    wayOut: "Check the order number, and whether it belongs to another account or region.",
  },
  reference_malformed: {
    title: "Not an order number: {{reference}}",
    cause: "“{{reference}}” cannot be an order number of this platform.",
    wayOut: "Copy the order number from the platform and try again.",
  },
  ...enWriting,
}
