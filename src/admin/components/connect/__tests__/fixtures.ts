import { z } from "@medusajs/framework/zod"
import { accountSettingsSchema } from "../../../../modules/marketplace/settings"
import type { VerificationAnswer } from "../../../hooks/use-connect"
import type { Account, Connector } from "../../../lib/answers"

type Field = Connector["credential_fields"][number]

export const field = (name: string, more: Partial<Field> = {}): Field => ({
  ...{ name, label: name, help: "", secret: false, options: null },
  ...more,
})

/** A platform that takes a typed key, and nothing else unless it is said. */
export const connector = (more: Partial<Connector> = {}): Connector => ({
  id: "toy",
  name: "Toy",
  order_prefix: "TOY",
  capabilities: [],
  credential_fields: [field("key", { secret: true })],
  credentials_schema: z.toJSONSchema(z.strictObject({ key: z.string().regex(/^[a-z]+$/) })),
  authorization_choices: [],
  settings_schema: z.toJSONSchema(accountSettingsSchema, { io: "input" }),
  default_settings: accountSettingsSchema.parse({}),
  activation_counts: "placed",
  platform_ships: true,
  carrier_optional: false,
  personal_data_days: null,
  limits: [],
  brings: [],
  does_not_bring: [],
  ...more,
})

const site = (external_id: string, enabled: boolean): Account["sites"][number] => ({
  ...{ external_id, enabled, name: external_id, country: null, currency: null, team: null },
  ...{ sales_channel_id: null, region_id: null, stock_location_id: null, platform_location_id: null },
})

/** As a consent page leaves it: with two marketplaces, of which we take part in one. */
export const account = (settings: Partial<Account["settings"]> = {}): Account => ({
  id: "mpacc_1",
  provider_id: "toy",
  name: "Northwind",
  state: "connected",
  external_id: "seller",
  profile: null,
  marketplace_set: "",
  order_prefix: "TOY",
  activated_at: "2026-03-04T09:15:00.000Z",
  activation_counts: "placed",
  settings: accountSettingsSchema.parse(settings),
  problem: null,
  last_sync_at: null,
  next_sync_at: null,
  sites: [site("us", true), site("br", false)],
  cursors: [],
  orders: {},
  needs_person: { blocked: 0, review: 0, changed: 0, late_to_ship: 0, shipments: 0, stock: 0 },
  writers: {
    shipments: { state: "off", by: null, at: null },
    stock: { state: "off", by: null, at: null },
  },
  owed: { shipments: 0, stock: 0 },
  stock_brake: null,
  notices_since: null,
  notices_state: "off",
  webhooks: null,
  budget: [],
  syncing: false,
  created_at: "2026-03-04T09:15:00.000Z",
  updated_at: "2026-03-04T09:15:00.000Z",
})

/** What the platform answers: the same two marketplaces. */
export const answer = (more: Partial<VerificationAnswer> = {}): VerificationAnswer => ({
  verification: {
    external_id: "seller",
    store_name: "Northwind",
    marketplaces: [
      { external_id: "us", name: "us", country: "US", currency: "USD", participating: true },
      { external_id: "br", name: "br", country: "BR", currency: "BRL", participating: false },
    ],
  },
  connected_as: null,
  ...more,
})
