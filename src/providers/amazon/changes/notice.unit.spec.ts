import { noticeOf } from "./notice"

type Json = Record<string, unknown>
const aChange = (changes: Json = {}): Json => ({
  NotificationVersion: "1.0",
  NotificationType: "ORDER_CHANGE",
  PayloadVersion: "1.0",
  EventTime: "2026-11-01T12:00:00.000Z",
  Payload: {
    OrderChangeNotification: {
      NotificationLevel: "OrderLevel",
      SellerId: "A2EXAMPLE12345",
      AmazonOrderId: "113-1234567-7654321",
      OrderChangeType: "OrderStatusChange",
      Summary: { OrderStatus: "Unshipped", DestinationPostalCode: "48110" },
    },
  },
  NotificationMetadata: { ApplicationId: "app", SubscriptionId: "sub", NotificationId: "note-1" },
  ...changes,
})
const read = (body: string) => noticeOf({ id: "m1", receipt: "r1", body })

describe("a message on the queue", () => {
  it("that tells the change of an order is a notice", () => {
    expect(read(JSON.stringify(aChange()))).toEqual({
      id: "note-1",
      externalId: "A2EXAMPLE12345",
      reference: "113-1234567-7654321",
      receipt: "r1",
    })
  })

  it("needs no more than seller, order and id", () => {
    const least = {
      NotificationType: "ORDER_CHANGE",
      PayloadVersion: "2.0",
      Payload: { OrderChangeNotification: { SellerId: "A2X", AmazonOrderId: "113-1234567-7654321" } },
      NotificationMetadata: { NotificationId: "note-1" },
    }
    expect(read(JSON.stringify(least))).toMatchObject({ id: "note-1", externalId: "A2X" })
  })

  const order = (changes: Json): Json => ({
    OrderChangeNotification: { SellerId: "A2X", AmazonOrderId: "113-1234567-7654321", ...changes },
  })
  it.each<[string, string, string]>([
    ["nothing", "", "it is not JSON"],
    ["a text", "48110", "it is no notice of Amazon: NotificationType is missing"],
    ["no JSON", '{"NotificationType": "ORDER_CH', "it is not JSON"],
    [
      "another type",
      JSON.stringify(aChange({ NotificationType: "FEED_PROCESSING_FINISHED" })),
      "it is not of the type ORDER_CHANGE: FEED_PROCESSING_FINISHED",
    ],
    [
      "a type that is none",
      JSON.stringify(aChange({ NotificationType: "48110 <b>" })),
      "it is not of the type ORDER_CHANGE",
    ],
    ["no payload", JSON.stringify(aChange({ Payload: null })), "Payload is missing or not as documented"],
    [
      "no seller",
      JSON.stringify(aChange({ Payload: order({ SellerId: "" }) })),
      "Payload.OrderChangeNotification.SellerId is missing or not as documented",
    ],
    [
      "an order of another form",
      JSON.stringify(aChange({ Payload: order({ AmazonOrderId: "S02-48110" }) })),
      "Payload.OrderChangeNotification.AmazonOrderId is missing or not as documented",
    ],
    [
      "no id",
      JSON.stringify(aChange({ NotificationMetadata: {} })),
      "NotificationMetadata.NotificationId is missing or not as documented",
    ],
  ])("with %s is told with a reason that repeats nothing of it", (_name, body, reason) => {
    expect(read(body)).toEqual({ id: "m1", receipt: "r1", reason })
  })
})
