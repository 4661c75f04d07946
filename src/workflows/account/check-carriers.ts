import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Connector } from "../../connector"
import type { CarrierChoice } from "../../modules/marketplace/settings"
import { findCarrier, nearestCarrier } from "../dispatch/shipment/rules/carriers"
import { invalidField, invalidFields, type Complaint } from "../refusals/refusal"

/** What is wrong with one choice of a carrier (a platform that keeps no list takes any name); `at` comes before the field in the request. */
export function carrierComplaint(
  connector: Connector,
  choice: Pick<CarrierChoice, "carrier" | "carrier_name">,
  at: string,
): Complaint | undefined {
  const platform = connector.describe().name
  const carriers = connector.shipments?.carriers
  if (!carriers) return { field: `${at}carrier`, code: "platform_takes_no_shipments", details: { platform } }
  const found = findCarrier(choice.carrier, carriers)
  if (!found && connector.shipments?.carrierOptional) {
    return choice.carrier_name
      ? { field: `${at}carrier_name`, code: "carrier_has_name", details: { carrier: choice.carrier } }
      : undefined
  }
  if (!found) {
    const suggestion = nearestCarrier(choice.carrier, carriers)?.code
    const field = `${at}carrier`
    return suggestion
      ? { field, code: "carrier_mistyped", details: { platform, suggestion } }
      : { field, code: "carrier_unlisted", details: { platform } }
  }
  const field = `${at}carrier_name`
  if (found.takesName && !choice.carrier_name) return { field, code: "required", details: {} }
  if (!found.takesName && choice.carrier_name) {
    return { field, code: "carrier_has_name", details: { carrier: found.code } }
  }
  return undefined
}

/** Ids of the store's shipping options, or fulfilment providers, among those that are named. */
async function known(
  container: MedusaContainer,
  source: CarrierChoice["source"],
  ids: string[],
): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const config = { select: ["id" as const], take: ids.length }
  const found =
    source === "shipping_option"
      ? await fulfillment.listShippingOptions({ id: ids }, config)
      : await fulfillment.listFulfillmentProviders({ id: ids }, config)
  return new Set(found.map(({ id }) => id))
}

/**
 * Checks the choice of carriers against the platform's list, and that what it is made for exists.
 * @throws RefusalError that names the fields, with the nearest carrier where a name was probably mistyped.
 */
export async function checkCarriers(
  container: MedusaContainer,
  connector: Connector,
  choices: CarrierChoice[] | undefined,
): Promise<void> {
  if (!choices?.length) return
  const at = (index: number) => `settings.carriers.${index}`
  const complaints = choices.flatMap(
    (choice, index) => carrierComplaint(connector, choice, `${at(index)}.`) ?? [],
  )
  if (complaints.length) throw invalidFields(complaints)
  const seen = new Set<string>()
  for (const [index, { source, source_id }] of choices.entries()) {
    const key = `${source} ${source_id}`
    if (seen.has(key)) throw invalidField(`${at(index)}.source_id`, "carrier_chosen_twice", {})
    seen.add(key)
  }
  for (const source of ["shipping_option", "fulfillment_provider"] as const) {
    const ids = choices.filter((one) => one.source === source).map(({ source_id }) => source_id)
    const there = await known(container, source, ids)
    const missing = choices.findIndex((one) => one.source === source && !there.has(one.source_id))
    if (missing >= 0) {
      const id = choices[missing].source_id
      throw invalidField(`${at(missing)}.source_id`, `${source}_unknown`, { id })
    }
  }
}

/** The same choices with the codes as the platform writes them. */
export const asListed = (connector: Connector, choices: CarrierChoice[]): CarrierChoice[] =>
  choices.map((choice) => ({
    ...choice,
    carrier: findCarrier(choice.carrier, connector.shipments?.carriers ?? [])?.code ?? choice.carrier,
  }))
