import { z } from "@medusajs/framework/zod"
import { contractBroken, plainDocument, type Connection, type Verification } from "../../connector"
import { credentialsOf } from "./credentials"
import type { Transport } from "./transport"
import { idSchema, inLanguage, languagesSchema, parseWire, text, textOf } from "./wire"

const storeSchema = z.looseObject({
  id: idSchema,
  name: languagesSchema.nullish(),
  business_id: text,
  country: text,
  main_currency: text,
  main_language: text,
})

/**
 * Who the token belongs to: the store, which is the account's one marketplace.
 * @throws ConnectorError as every call.
 */
export async function readStore(transport: Transport, connection: Connection): Promise<Verification> {
  const { body } = await transport.read(connection, { name: "store", path: "/store" })
  const store = parseWire(storeSchema, body, "store")
  if (store.id !== credentialsOf(connection).store_id) {
    throw contractBroken("id", "store: the answer is another store than the one asked for")
  }
  const language = textOf(store.main_language)?.replace("_", "-") ?? null
  const name = inLanguage(store.name, language)
  return {
    externalId: store.id,
    storeName: name,
    companyDocument: plainDocument(store.business_id) || null,
    language,
    marketplaces: [
      {
        externalId: store.id,
        name: name ?? store.id,
        country: textOf(store.country)?.toUpperCase() ?? null,
        currency: textOf(store.main_currency)?.toUpperCase() ?? null,
        participating: true,
      },
    ],
  }
}
