import type { ExplanationTexts } from "../texts"

export const en: ExplanationTexts = {
  noInstant: "not planned",
  leaveOutReasons: {
    fraud: "suspected fraud",
    duplicate: "it is a duplicate",
    wrong_data: "its data is wrong",
    no_stock: "there is no stock",
    test_order: "it is a test order",
    other: "another reason, in the order's note",
  },
  ignored: {
    sentence: "Order {{reference}} is ignored.",
    wayOut: "Open the order and choose “Try again” to import it all the same.",
  },
  ignored_before_activation: {
    sentence:
      "Order {{reference}} is ignored: it was placed at {{counted_at}}, before {{activated_at}}, from when on this account imports.",
    wayOut: "Open the order and choose “Try again” to import this one, or import its period.",
  },
  ignored_before_activation_paid: {
    sentence:
      "Order {{reference}} is ignored: it was paid at {{counted_at}}, before {{activated_at}}, from when on this account imports.",
    wayOut: "Open the order and choose “Try again” to import this one, or import its period.",
  },
  ignored_marketplace_disabled: {
    sentence:
      "Order {{reference}} is ignored: its marketplace {{marketplace}} is switched off in this account.",
    wayOut:
      "Open Marketplaces, choose the account, tab Orders, and switch the marketplace on. Or open the order and choose “Try again” to import this one.",
  },
  ignored_foreign_channel: {
    sentence:
      "Order {{reference}} is ignored: it was placed in another store, and the platform only ships it.",
    wayOut: "Nothing to do here: the order belongs to the store in which it was placed.",
  },
  ignored_unfulfillable: {
    sentence: "Order {{reference}} is ignored: the platform says that it cannot be fulfilled.",
    wayOut: "Look the order up at the platform. If it changes there, it is decided again by itself.",
  },
  ignored_shipped_elsewhere: {
    sentence: "Order {{reference}} is ignored: it had been shipped before this account saw it.",
    wayOut: "Open the order and choose “Try again” if you want it in Medusa for your records.",
  },
  ignored_ignored_by_person: {
    sentence: "Order {{reference}} is ignored because one of your team chose so.",
    wayOut:
      "Open the order and choose “Try again” to import it all the same. The platform was not told: if you will not send it, cancel it there too.",
  },
  ignored_by_person_because: {
    sentence: "Order {{reference}} was left out by one of your team: {{left_out}}.",
    wayOut:
      "Open the order and choose “Try again” to import it all the same. The platform was not told: if you will not send it, cancel it there too.",
  },
  waiting: {
    sentence: "Order {{reference}} is waiting.",
    wayOut: "Nothing to do: it is decided again when it changes at the platform.",
  },
  waiting_not_paid: {
    sentence: "Order {{reference}} is waiting until the platform confirms its payment.",
    wayOut: "Nothing to do: it is imported by itself as soon as the platform says that it is paid.",
  },
  waiting_platform_ships: {
    sentence:
      "Order {{reference}} is waiting until the platform has shipped it from the stock it holds for you.",
    wayOut: "Nothing to do: it is imported by itself when the platform says that it is shipped.",
  },
  undecided: {
    sentence: "Order {{reference}} has been read and is about to be decided.",
    wayOut: "Look again in a minute.",
  },
  try_again: {
    sentence: "Order {{reference}} could not be imported and is tried again at {{next_attempt_at}}.",
    wayOut: "Nothing to do. To have it tried now, open the order and choose “Try again”.",
  },
  blocked: {
    sentence: "Order {{reference}} is blocked: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  blocked_try_again: {
    sentence: "Order {{reference}} is blocked: {{problem}}. It is tried again at {{next_attempt_at}}.",
    wayOut: "{{problem_way_out}}",
  },
  review: {
    sentence: "Order {{reference}} has been waiting for review, as a draft order, since {{since}}.",
    wayOut: "Open the order, then approve it or reject it.",
  },
  review_approved: {
    sentence: "Order {{reference}} is approved and is about to be imported.",
    wayOut: "Look again in a minute.",
  },
  imported: {
    sentence: "Order {{reference}} is imported as Medusa order {{order_id}}.",
    wayOut: "Nothing to do.",
  },
  imported_problem: {
    sentence: "Order {{reference}} is imported as Medusa order {{order_id}}, and needs a look: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  canceled: {
    sentence: "Order {{reference}} was canceled at the platform before it was imported.",
    wayOut: "Nothing to do.",
  },
  canceled_imported: {
    sentence: "Order {{reference}} was canceled at the platform, and Medusa order {{order_id}} with it.",
    wayOut: "Nothing to do.",
  },
  known_to_platform: {
    sentence:
      "Order {{reference}} is known to the platform and not read yet: this account is read up to {{cursor}}, next synchronisation: {{next_sync_at}}. If it were read now, {{would}}",
    wayOut: "Wait for the next synchronisation, or recover the order now.",
  },
  not_known_to_platform: {
    sentence: "Order {{reference}} is not known to the platform under this account.",
    wayOut: "Check the number, and whether the order belongs to another account.",
  },
  reference_malformed: {
    sentence: "{{reference}} is not an order number of this platform.",
    wayOut: "{{problem_way_out}}",
  },
  not_asked: {
    sentence:
      "Order {{reference}} is not read yet: this account is read up to {{cursor}}, next synchronisation: {{next_sync_at}}. The platform could not be asked: {{problem}}.",
    wayOut: "{{problem_way_out}}",
  },
  would_import: { sentence: "it would be imported.", wayOut: "" },
  would_review: { sentence: "it would wait for review as a draft order.", wayOut: "" },
  would_block: { sentence: "it would be blocked: {{problem}}.", wayOut: "{{problem_way_out}}" },
  would_wait: { sentence: "it would wait.", wayOut: "" },
  would_ignore: { sentence: "it would be ignored.", wayOut: "" },
  would_cancel: { sentence: "it would be noted as canceled.", wayOut: "" },
  would_keep: { sentence: "nothing would change.", wayOut: "" },
  would_ignore_before_activation: {
    sentence:
      "it would be ignored: it was placed at {{counted_at}}, before {{activated_at}}, from when on this account imports.",
    wayOut: "To have it all the same, import it by its number.",
  },
  would_ignore_before_activation_paid: {
    sentence:
      "it would be ignored: it was paid at {{counted_at}}, before {{activated_at}}, from when on this account imports.",
    wayOut: "To have it all the same, import it by its number.",
  },
  would_ignore_marketplace_disabled: {
    sentence: "it would be ignored: its marketplace {{marketplace}} is switched off in this account.",
    wayOut: "Switch the marketplace on: Marketplaces, the account, tab Orders.",
  },
  would_ignore_shipped_elsewhere: {
    sentence: "it would be ignored: it has been shipped already.",
    wayOut: "To have it for your records, import it by its number.",
  },
  would_wait_not_paid: { sentence: "it would wait until the platform confirms its payment.", wayOut: "" },
  would_wait_platform_ships: { sentence: "it would wait until the platform has shipped it.", wayOut: "" },
  account_unauthorized: {
    sentence:
      "The account “{{account}}” has lost its connection: the platform no longer accepts its credentials, so nothing is read from it.",
    wayOut:
      "Open Marketplaces, choose the account and renew the connection. The orders of the meantime are then fetched by themselves.",
  },
  account_suspended: {
    sentence:
      "The platform has suspended the account “{{account}}”, because the app was suspended or the store's plan is not paid, so nothing is read from it.",
    wayOut:
      "Settle it at the platform. The account is tried again every hour and then fetches the orders of the meantime by itself.",
  },
  account_off: {
    sentence:
      "The account “{{account}}” is switched off: a person paused it, so nothing is read from the platform.",
    wayOut:
      "Open Marketplaces, choose the account and resume it. The orders of the meantime are then fetched by themselves.",
  },
  not_read: { sentence: "Order {{reference}} has not been read yet.", wayOut: "" },
}
