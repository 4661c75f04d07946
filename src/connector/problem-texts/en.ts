import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"

export const en: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Product not linked: {{listing_key}}",
    cause:
      "The order contains “{{title}}” ({{listing_key}}), and this listing is not linked to any product of your store.",
    wayOut: "Link the listing to a product under Products. The order is then imported by itself.",
  },
  stock_short: {
    title: "Not enough stock: {{sku}}",
    cause: "The order needs {{needed}} of {{sku}}, and your stock location has {{available}}.",
    wayOut:
      "Add stock or correct the quantity, then retry. You can also allow orders without stock in the account's settings.",
  },
  amount_unknown: {
    title: "Amounts not known yet",
    cause: "The platform has not told yet what this order costs. An unknown amount is never taken as zero.",
    wayOut:
      "Wait: the order is read again by itself. If nothing has changed after a day, open the order at the platform.",
  },
  amounts_inconsistent: {
    title: "The amounts do not add up",
    cause: "The platform states a total of {{expected}}, but the lines of the order add up to {{computed}}.",
    wayOut:
      "Compare the order with the platform and pass its number to the developer of the plugin. Do not import it by hand.",
  },
  marketplace_unknown: {
    title: "Marketplace not enabled: {{marketplace}}",
    cause: "The order was placed in marketplace {{marketplace}}, which is not enabled in this account.",
    wayOut: "Enable the marketplace on the account's Connection tab, then retry.",
  },
  region_missing: {
    title: "No region for {{country}} in {{currency}}",
    cause: "Your store has no region that holds {{country}} and sells in {{currency}}.",
    wayOut:
      "Create the region under Settings, Regions, or choose a region for this marketplace in the account. Then retry.",
  },
  sales_channel_missing: {
    title: "No sales channel chosen",
    cause:
      "The account does not say in which sales channel its orders belong, or that channel has been deleted.",
    wayOut:
      "Choose a sales channel in the account's settings. Waiting orders are then imported by themselves.",
  },
  stock_location_missing: {
    title: "No stock location chosen",
    cause:
      "The account does not say from which stock location its orders are sent, or that location has been deleted.",
    wayOut:
      "Choose a stock location in the account's settings. Waiting orders are then imported by themselves.",
  },
  platform_location_missing: {
    title: "No location for the platform's stock",
    cause:
      "The platform sends this order from the stock it holds for you, and the account names no location for that stock.",
    wayOut: "Choose a location for the platform's stock in the account's settings, then retry.",
  },
  order_without_lines: {
    title: "The order has no products",
    cause: "The platform sent this order without a single line.",
    wayOut: "Wait: the order is read again by itself. If it stays empty, open it at the platform.",
  },
  contract_broken: {
    title: "The platform's answer could not be understood",
    cause: "The part “{{path}}” of the answer is missing or is not what the platform documents.",
    wayOut:
      "Nothing is lost: the answer is kept. Pass this message to the developer of the plugin; update the plugin, then retry.",
  },
  canceled_after_shipment: {
    title: "Canceled at the platform after shipment",
    cause:
      "The order was canceled at the platform, but it has already been shipped here. Nothing has been undone.",
    wayOut:
      "Call the parcel back or register a return on the order, and settle the payment with the platform.",
  },
  changed_after_import: {
    title: "Changed at the platform after import",
    cause:
      "The order was changed at the platform after it was imported. What changed: {{what}}. Your order is untouched.",
    wayOut: "Compare both orders, and change yours by hand where needed.",
  },
  import_failed: {
    title: "The import failed",
    cause: "The order could not be written to your store: {{reason}}.",
    wayOut:
      "It is tried again by itself. If it keeps failing, pass this message to the developer of your store.",
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
      "The platform did not make clear whether the prices of line {{line}} contain tax. The habit of the country was used.",
    wayOut: "Compare the tax of this line with the platform before you invoice it.",
  },
  total_computed: {
    title: "Total computed: {{total}}",
    cause: "The platform did not state the order's total, so it was added up from the lines: {{total}}.",
    wayOut: "Nothing to do. Compare it with the platform if the amount looks wrong.",
  },
  address_incomplete: {
    title: "Shipping address incomplete",
    cause: "The platform did not send these parts of the address: {{missing}}.",
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
    title: "The account must be connected again",
    cause: "The platform no longer accepts the permission you gave: it has expired, or it was taken back.",
    wayOut:
      "Open the account, press Connect again and sign in at the platform. Reading goes on where it stopped.",
  },
  access_denied: {
    title: "The platform denies access",
    cause: "The account is connected, but the platform refuses to show this data: {{reason}}.",
    wayOut:
      "Check that region and permissions (roles) are right at the platform, connect the account again, then test it.",
  },
  application_rejected: {
    title: "The platform rejects the application",
    cause: "The application's id or secret is wrong or has expired: {{reason}}.",
    wayOut:
      "Ask your developer to put a current application id and secret into the store's configuration and to restart it.",
  },
  request_refused: {
    title: "The platform refused the request",
    cause: "The platform understood the request and refused it: {{reason}}.",
    wayOut: "Try again later. If it is refused again, pass this message to the developer of the plugin.",
  },
  platform_unavailable: {
    title: "The platform does not answer",
    cause: "The platform could not be reached, or it had a fault: {{reason}}.",
    wayOut: "Nothing to do: it is tried again by itself and no order is lost.",
  },
  platform_throttled: {
    title: "Waiting for the platform's limit",
    cause:
      "The platform allows only so many calls of “{{operation}}”, and they are used up until {{retry_at}}.",
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
}
