import { capabilitiesOf } from "../../../connector"
import { AmazonConnector } from "../connector"
import { resolveNotifications } from "./options"

const ARN = "arn:aws:sqs:us-east-1:123456789012:orders"
const valid = {
  queueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
  queueArn: ARN,
  region: "us-east-1",
}
const application = { clientId: "id", clientSecret: "s3cret", applicationId: "amzn1.sp.solution.1" }

describe("the option notifications", () => {
  it.each<[string, unknown]>([
    ["not given", undefined],
    ["null", null],
    ["empty", {}],
    ["made of empty environment variables", { queueUrl: "", queueArn: undefined, region: "", endpoint: "" }],
  ])("is off when it is %s", (_name, notifications) => {
    expect(resolveNotifications({ notifications })).toBeUndefined()
    const connector = new AmazonConnector({}, application)
    expect(capabilitiesOf(connector)).not.toContain("changes")
  })

  it("makes the connector tell changes", () => {
    const connector = new AmazonConnector({}, { ...application, notifications: valid })
    expect(capabilitiesOf(connector)).toContain("changes")
  })

  it("has defaults, and leaves the keys to the AWS SDK", () => {
    expect(resolveNotifications({ notifications: { ...valid, accessKeyId: "", endpoint: "" } })).toEqual({
      ...valid,
      endpoint: undefined,
      keys: undefined,
      destinationName: "medusa-plugin-marketplaces",
    })
  })

  it("may name everything", () => {
    const notifications = {
      ...valid,
      endpoint: "http://127.0.0.1:4010/sqs/",
      accessKeyId: "AKIDEXAMPLE",
      secretAccessKey: "s3cret",
      destinationName: "shop",
    }
    expect(resolveNotifications({ notifications })).toEqual({
      ...valid,
      endpoint: "http://127.0.0.1:4010/sqs",
      keys: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "s3cret" },
      destinationName: "shop",
    })
  })

  it.each<[string, unknown]>([
    ["notifications", "s3cret"],
    ["notifications", [valid]],
    ["notifications.queueUrl", { ...valid, queueUrl: "" }],
    ["notifications.queueUrl", { ...valid, queueUrl: "s3cret" }],
    ["notifications.queueArn", { ...valid, queueArn: undefined }],
    ["notifications.queueArn", { ...valid, queueArn: "arn:aws:sns:us-east-1:1:s3cret" }],
    ["notifications.queueArn", { ...valid, queueArn: ARN.replace("us-east-1", "eu-west-1") }],
    ["notifications.queueArn", { ...valid, queueArn: `${ARN}.fifo` }],
    ["notifications.region", { ...valid, region: " " }],
    ["notifications.region", { ...valid, region: "s3cret" }],
    ["notifications.endpoint", { ...valid, endpoint: "localhost:4566" }],
    ["notifications.accessKeyId", { ...valid, secretAccessKey: "s3cret" }],
    ["notifications.secretAccessKey", { ...valid, accessKeyId: "s3cret" }],
    ["notifications.destinationName", { ...valid, destinationName: "x".repeat(257) }],
    ["notifications.region", { endpoint: "http://127.0.0.1:4010" }],
  ])("stops the boot with a sentence that names %s and shows no value", (name, notifications) => {
    const boot = () => AmazonConnector.validateOptions({ ...application, notifications })
    expect(boot).toThrow(`Option "${name}" of the marketplace provider "amazon"`)
    expect(boot).not.toThrow(/s3cret/)
  })
})
