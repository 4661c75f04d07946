import {
  address,
  complaint,
  optionalAddress,
  optionalText,
  requiredText,
  type GivenOptions,
} from "../option-checks"

/** The Amazon SQS queue on which the platform tells changes of orders; it belongs to the operator of the store. */
export type NotificationOptions = {
  /** Address of the queue, `https://sqs.us-east-1.amazonaws.com/123456789012/orders`. */
  queueUrl: string
  /** The queue's ARN, `arn:aws:sqs:us-east-1:123456789012:orders`. A standard queue: Amazon sends to no FIFO queue. */
  queueArn: string
  /** AWS region of the queue, `us-east-1`. */
  region: string
  /**
   * Base address of the queue service, e.g. a local emulator.
   * @default the host in `queueUrl`
   */
  endpoint?: string
  /**
   * Key of an AWS user that may receive and delete messages; together with `secretAccessKey`.
   * @default the default credential chain of the AWS SDK (environment, profile, role of the machine)
   */
  accessKeyId?: string
  /** Secret of `accessKeyId`. */
  secretAccessKey?: string
  /**
   * How the queue is named as a destination at Amazon, where it is made.
   * @default "medusa-plugin-marketplaces"
   */
  destinationName?: string
}

/** Options with every default filled in. */
export type NotificationSettings = {
  queueUrl: string
  queueArn: string
  region: string
  endpoint: string | undefined
  keys: { accessKeyId: string; secretAccessKey: string } | undefined
  destinationName: string
}

const DESTINATION_NAME = "medusa-plugin-marketplaces"
const LONGEST_DESTINATION_NAME = 256
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/
const ARN = /^arn:aws:sqs:([^:\s]+):[^:\s]+:[^:\s]+$/

const optionNames = [
  "queueUrl",
  "queueArn",
  "region",
  "endpoint",
  "accessKeyId",
  "secretAccessKey",
  "destinationName",
] as const satisfies (keyof NotificationOptions)[]

/**
 * Checks the option `notifications`. One whose parts are all empty counts as not given, as environment variables often are;
 * as soon as one part is set, what is then missing stops the boot.
 * @throws Error with a sentence that names the part and never repeats its value.
 */
export function resolveNotifications(options: GivenOptions): NotificationSettings | undefined {
  const { notifications = null } = options
  if (notifications === null) return undefined
  if (typeof notifications !== "object" || Array.isArray(notifications)) {
    throw complaint("notifications", "must be an object")
  }
  const values = new Map<string, unknown>(Object.entries(notifications))
  const given: GivenOptions = Object.fromEntries(
    optionNames.map((name) => [`notifications.${name}`, values.get(name)]),
  )
  if (Object.values(given).every((value) => value === undefined || value === null || value === "")) {
    return undefined
  }
  const region = regionOf(given)
  return {
    queueUrl: address(given, "notifications.queueUrl"),
    queueArn: arnOf(given, region),
    region,
    endpoint: optionalAddress(given, "notifications.endpoint"),
    keys: keysOf(given),
    destinationName: destinationNameOf(given),
  }
}

function regionOf(given: GivenOptions): string {
  const region = requiredText(given, "notifications.region")
  if (!REGION.test(region)) {
    throw complaint("notifications.region", "must be an AWS region such as us-east-1")
  }
  return region
}

function arnOf(given: GivenOptions, region: string): string {
  const arn = requiredText(given, "notifications.queueArn")
  const named = ARN.exec(arn)
  if (!named) {
    throw complaint("notifications.queueArn", "must look like arn:aws:sqs:us-east-1:123456789012:orders")
  }
  if (named[1] !== region) {
    throw complaint("notifications.queueArn", "names another region than notifications.region")
  }
  if (arn.endsWith(".fifo")) {
    throw complaint("notifications.queueArn", "must be a standard queue: Amazon sends to no FIFO queue")
  }
  return arn
}

function keysOf(given: GivenOptions): NotificationSettings["keys"] {
  const accessKeyId = optionalText(given, "notifications.accessKeyId")
  const secretAccessKey = optionalText(given, "notifications.secretAccessKey")
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey }
  if (accessKeyId !== undefined) {
    throw complaint("notifications.secretAccessKey", "is missing: accessKeyId is given")
  }
  if (secretAccessKey !== undefined) {
    throw complaint("notifications.accessKeyId", "is missing: secretAccessKey is given")
  }
  return undefined
}

function destinationNameOf(given: GivenOptions): string {
  const name = optionalText(given, "notifications.destinationName") ?? DESTINATION_NAME
  if (name.length > LONGEST_DESTINATION_NAME) {
    throw complaint(
      "notifications.destinationName",
      `must be no longer than ${LONGEST_DESTINATION_NAME} characters`,
    )
  }
  return name
}
