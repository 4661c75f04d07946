import type { ProblemText } from "../../problem-texts"
import type { WritingCode } from "./codes"

export const enWriting: Record<WritingCode, ProblemText> = {
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
  locations_not_mapped: {
    title: "Which location is which? {{sku}} is not sent",
    cause:
      "The platform has goods of {{sku}} at several of its locations, and the account does not say which of them are yours. A quantity sent now would be offered beside what stands at the others, and too much would be sold.",
    wayOut:
      "Open Marketplaces, choose the account, tab Stock, and choose which of the platform’s locations each of yours is. The stock is then sent by itself. If only one location counts, set the others to zero at the platform.",
  },
  stock_held: {
    title: "Stock is held: too many listings would change at once",
    cause:
      "Of {{listings}} listings, {{zeroed}} would go to zero and {{raised}} would go up. That is more than the {{percent}} percent you allow, so nothing was sent.",
    wayOut:
      "Check the stock in your store. If it is right, open Marketplaces, choose the account, tab Stock, and press “Send anyway”.",
  },
  writer_of_copy: {
    title: "Sending is off: this is a copy of the store",
    cause:
      "Sending to the platform was switched on in another installation. Two stores that write to the same account would overwrite each other, so this one sends nothing.",
    wayOut:
      "On a test copy, leave it off. If this is your live store now, switch sending on again on the account's page, and switch it off in the other one first.",
  },
}
