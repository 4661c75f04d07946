import type { ProblemCode } from "../problem"
import type { ProblemText } from "../problem-texts"

export const en: Record<ProblemCode, ProblemText> = {
  listing_unmapped: {
    title: "Listing not mapped to a product: {{listing_key}}",
    cause:
      "The order contains “{{title}}” ({{listing_key}}), and this listing is not mapped to any product of your store.",
    wayOut:
      "Open Marketplaces, choose the account, tab Products, and map the listing. The order is then imported by itself.",
  },
  stock_short: {
    title: "Not enough stock: {{sku}}",
    cause: "The order needs {{needed}} of {{sku}}, and your stock location has {{available}}.",
    wayOut:
      "Add stock or correct the quantity, then press “Try again”. You can also take such orders all the same: Marketplaces, the account, tab Orders.",
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
      "The order was changed at the platform after it was imported. What changed: {{what}}. Your order in Medusa is untouched.",
    wayOut: "Compare both orders, and change the one in Medusa by hand where needed.",
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
  carrier_missing: {
    title: "No carrier chosen for order {{order}}",
    cause:
      "The parcel of order {{order}} was not confirmed: the account does not say which carrier its shipping option or fulfilment provider stands for.",
    wayOut:
      "Open Marketplaces, choose the account, tab Shipping, and choose the carrier. The shipment is then sent by itself.",
  },
  carrier_unknown: {
    title: "Carrier not known at the platform: {{carrier}}",
    cause:
      "The parcel of order {{order}} names the carrier “{{carrier}}”, which is not on the platform's list. The nearest name on that list: {{suggestion}}.",
    wayOut:
      "Open Marketplaces, choose the account, tab Shipping, and choose a carrier of the list. The shipment is then sent by itself.",
  },
  tracking_missing: {
    title: "Tracking number missing for order {{order}}",
    cause:
      "A parcel of order {{order}} has left without a tracking number, so nothing was sent to the platform.",
    wayOut: "Add the tracking number to the shipment. It is then sent by itself.",
  },
  package_incomplete: {
    title: "Part of a sales package shipped: {{sku}}",
    cause:
      "The shipment of order {{order}} holds {{units}} of {{sku}}, but the platform sells it in packages of {{per_package}}. It can only be told of whole packages.",
    wayOut:
      "Cancel this shipment here and ship whole packages. If the rest travels in another parcel, put all units in one shipment with several tracking numbers.",
  },
  shipment_unreadable: {
    title: "The shipment of order {{order}} cannot be read",
    cause: "What belongs into the parcel of order {{order}} could not be read from your store: {{reason}}.",
    wayOut:
      "Confirm the shipment at the platform by hand, and pass this message to the developer of the plugin.",
  },
  shipment_rejected: {
    title: "The platform rejected the shipment of order {{order}}",
    cause: "The platform did not accept the parcel of order {{order}}. Its words: {{reason}}.",
    wayOut:
      "Correct what the platform complains about, such as the tracking number or the carrier, then press “Try again”.",
  },
  shipment_refused_for_now: {
    title: "The platform does not take the shipment of order {{order}} yet",
    cause: "The platform cannot accept the parcel of order {{order}} at the moment. Its words: {{reason}}.",
    wayOut:
      "Nothing to do: it is sent again by itself. If it stays like this for a day, open the order at the platform.",
  },
  order_already_shipped: {
    title: "Already shipped at the platform: order {{order}}",
    cause:
      "The platform says that order {{order}} has been shipped already, but it does not show this parcel.",
    wayOut:
      "Compare the order with the platform. If its parcels are right there, there is nothing more to send; otherwise press “Try again”.",
  },
  shipment_canceled_here: {
    title: "Shipment canceled here, still confirmed at the platform",
    cause:
      "A shipment of order {{order}} was canceled here after the platform had been told of it. The platform cannot take it back.",
    wayOut: "Ship the goods again if the buyer is to get them, or settle it with the buyer at the platform.",
  },
  dispatch_failed: {
    title: "Sending to the platform failed",
    cause: "Something unexpected happened before anything was sent to the platform: {{reason}}.",
    wayOut: "It is tried again by itself. If it keeps failing, pass this message to your developer.",
  },
  outcome_unknown: {
    title: "No answer from the platform yet",
    cause:
      "Something was sent to the platform, and no usable answer came back: {{reason}}. It may have arrived or not.",
    wayOut: "Nothing to do: we look at the platform first, and send it again only if it is not there.",
  },
  stock_rejected: {
    title: "The platform rejected the stock of {{sku}}",
    cause: "The platform did not accept the quantity of {{sku}}. Its words: {{reason}}.",
    wayOut:
      "Correct the listing at the platform, then press “Try again”. Until then the platform offers the quantity it had before.",
  },
  stock_drift: {
    title: "Another quantity at the platform: {{sku}}",
    cause:
      "The platform was sent {{sent}} of {{sku}}, and it shows {{shown}}. Somebody may have changed it there, or it has just been sold.",
    wayOut:
      "Nothing to do: the right quantity is sent again by itself. If it happens often, find out who else writes stock to the platform.",
  },
  stock_held: {
    title: "Stock is held: too many listings would change at once",
    cause:
      "Of {{listings}} listings, {{zeroed}} would go to zero and {{raised}} would go up. That is more than the {{percent}} percent you allow, so nothing was sent.",
    wayOut:
      "Check the stock in your store. If it is right, open Marketplaces, choose the account, tab Stock, and release it.",
  },
  listings_empty: {
    title: "The platform listed no products at all",
    cause:
      "In {{marketplace}} there were listings before, and the platform's answer holds none. That is rather an outage than a shop that took everything down, so the listings stay as they were.",
    wayOut:
      "Nothing to do: the listings are read again by themselves. If you did take all of them down, mark them as not managed on the Products page.",
  },
  platform_stock_empty: {
    title: "The platform told no stock at all",
    cause:
      "We hold stock at the platform's location, and the answer of {{marketplace}} holds not a single listing. That is rather an outage than an empty warehouse, so no level was changed.",
    wayOut:
      "Nothing to do: the stock is read again within hours. If the platform really holds nothing of yours any more, set these levels to zero in Medusa's inventory.",
  },
  writer_of_copy: {
    title: "Sending is off: this is a copy of the store",
    cause:
      "Sending to the platform was switched on in another installation. Two stores that write to the same account would overwrite each other, so this one sends nothing.",
    wayOut:
      "On a test copy, leave it off. If this is your live store now, switch sending on again on the account's page, and switch it off in the other one first.",
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
}
