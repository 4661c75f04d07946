import { z } from "@medusajs/framework/zod"
import { accountSettingsChangeSchema } from "../../../../modules/marketplace/settings"
import { writerKinds } from "../../../../modules/marketplace/writers"
import { saying } from "../../../../workflows/refusals/check-fields"
import { forward, idSchema, instantSchema, languageFields, pageFields } from "../validation/fields"

const nameSchema = z.string().trim().min(1).max(100)
const credentialsSchema = z.record(z.string(), z.unknown())
const storeId = idSchema.nullable().optional()

/** What is different in some of the account's marketplaces. */
const sitesSchema = z
  .array(
    z.strictObject({
      external_id: idSchema,
      enabled: z.boolean().optional(),
      sales_channel_id: storeId,
      region_id: storeId,
      stock_location_id: storeId,
      platform_location_id: storeId,
      team: z.string().trim().max(100).nullable().optional(),
    }),
  )
  .max(100)
  .refine(
    (sites) => new Set(sites.map((site) => site.external_id)).size === sites.length,
    saying("marketplace_twice"),
  )

export const listAccountsSchema = z.strictObject({
  ...languageFields,
  ...pageFields,
  limit: pageFields.limit.default(50),
})

export const carriersSchema = z.strictObject({
  ...languageFields,
  /** What somebody types for a carrier. */
  q: z.string().trim().max(100).optional(),
})

export const historySchema = z.strictObject({ ...languageFields, ...pageFields })

/** Credentials to be tested before there is an account. */
export const verifyCredentialsSchema = z.strictObject({
  provider_id: idSchema,
  /** Checked by the connector's own schema. */
  credentials: credentialsSchema,
})

export const createAccountSchema = z.strictObject({
  provider_id: idSchema,
  name: nameSchema,
  /** Checked by the connector's own schema. */
  credentials: credentialsSchema,
  settings: accountSettingsChangeSchema.optional(),
  activated_at: instantSchema.optional(),
  marketplace_set: z
    .string()
    .trim()
    .max(50)
    .regex(/^[a-z0-9-]*$/, saying("letters_digits_hyphens"))
    .optional(),
  sites: sitesSchema.optional(),
})

export const updateAccountSchema = z
  .strictObject({
    name: nameSchema.optional(),
    settings: accountSettingsChangeSchema.optional(),
    activated_at: instantSchema.optional(),
    credentials: credentialsSchema.optional(),
    sites: sitesSchema.optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), saying("nothing_to_change"))

export const authorizeSchema = z
  .strictObject({
    provider_id: idSchema,
    name: nameSchema,
    choice: z.record(z.string(), z.string().max(200)).default({}),
    account_id: idSchema.optional(),
    /** Of the account that is going to be connected. */
    settings: accountSettingsChangeSchema.optional(),
  })
  .refine(({ account_id, settings }) => !account_id || !settings, {
    path: ["settings"],
    error: saying("settings_of_new_account"),
  })

/** The platform decides what it sends back; every value is text. Without a state it is a consent that nobody began. */
export const callbackQuerySchema = z
  .object({ state: z.string().max(200).default("") })
  .catchall(z.string().max(4096))

/** A consent that began at the platform; without a name the account is called like the platform. */
export const confirmHeldSchema = z.strictObject({
  name: nameSchema.optional(),
  /** Of a new account whose set-up goes on in the dashboard. */
  settings: accountSettingsChangeSchema.pick({ set_up: true, import_automatically: true }).optional(),
})

export const cursorSchema = z.strictObject({
  resource: z.literal("orders"),
  position: instantSchema.refine((position) => new Date(position) <= new Date(), saying("in_future")),
})

const hasStarted = (from: string): boolean => new Date(from) <= new Date()
const period = {
  from: instantSchema.refine(hasStarted, saying("in_future")),
  to: instantSchema,
}

export const previewSchema = z
  .strictObject({ ...period, page_token: z.string().min(1).max(8192).optional() })
  .refine(...forward())

/** Orders that are asked for one by one spend a call each; orders chosen from a period do not. */
const MOST_REFERENCES = 200
const MOST_CHOSEN = 5000

/** A period, some orders of a period, or references. */
export const importSchema = z
  .strictObject({
    from: period.from.optional(),
    to: period.to.optional(),
    references: z
      .array(z.string().trim().min(1).max(100))
      .min(1)
      .max(MOST_CHOSEN)
      .refine((references) => new Set(references).size === references.length, saying("order_twice"))
      .optional(),
  })
  .refine(({ from, references }) => from || !references || references.length <= MOST_REFERENCES, {
    path: ["references"],
    error: saying("too_many_orders"),
    params: { bound: MOST_REFERENCES },
  })
  .refine(({ from, to, references }) => from || (references && !to), {
    path: ["from"],
    error: saying("from_or_references"),
  })
  .refine(({ from, to }) => !from || to, { path: ["to"], error: saying("required") })
  .refine(...forward())

/** Near real time, on or off. */
export const noticesSchema = z.strictObject({ on: z.boolean() })

export type NoticesBody = z.infer<typeof noticesSchema>
export const writerSchema = z.strictObject({
  writer: z.enum(writerKinds),
  on: z.boolean(),
  /** What becomes of what is owed already, when it is switched on. */
  owed: z.enum(["send", "withdraw"]).default("send"),
})

export type WriterBody = z.infer<typeof writerSchema>
export type CreateAccountBody = z.infer<typeof createAccountSchema>
export type UpdateAccountBody = z.infer<typeof updateAccountSchema>
export type AuthorizeBody = z.infer<typeof authorizeSchema>
export type CallbackQuery = z.infer<typeof callbackQuerySchema>
export type ConfirmHeldBody = z.infer<typeof confirmHeldSchema>
export type CursorBody = z.infer<typeof cursorSchema>
export type PreviewBody = z.infer<typeof previewSchema>
export type ImportBody = z.infer<typeof importSchema>
export type VerifyCredentialsBody = z.infer<typeof verifyCredentialsSchema>
export type CarriersQuery = z.infer<typeof carriersSchema>
export type HistoryQuery = z.infer<typeof historySchema>
export type ListAccountsQuery = z.infer<typeof listAccountsSchema>
