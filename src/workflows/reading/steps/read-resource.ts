import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { connectorFailureOf, type ConnectorFailure } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { ReadingLost } from "../../../modules/marketplace/platform-stock"
import { resourceName, resourceOf } from "../../../modules/marketplace/resources"
import type { Lease } from "../../../modules/marketplace/store/lease"
import { loadAccount, type LoadedAccount } from "../../account/load-account"
import { readListings } from "../../listings/read-listings"
import { readLocation } from "../../platform-stock/read-location"
import { troubleOf } from "../../sync/account-trouble"
import { LOST, type ReadingOutcome } from "../outcome"
import { readingsOf } from "../plan-readings"
import { settleReading } from "../settle-reading"

/** After these a reading goes on where it stands; whatever else is wrong, it begins again. */
const goesOn: ConnectorFailure["kind"][] = ["throttled", "unavailable", "authorization_lost", "suspended"]

async function read(container: MedusaContainer, lease: Lease): Promise<ReadingOutcome> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const reading = await marketplace.beginReading(lease)
  if (!reading) return LOST
  let account: LoadedAccount | undefined
  try {
    account = await loadAccount(container, reading.account_id)
    const work = { lease, reading, account }
    const { readable, wanted } = readingsOf(account)
    const isThis = (one: (typeof readable)[number]) => resourceName(one) === reading.resource
    const resource = resourceOf(reading.resource)
    const asked = reading.requested_by !== null
    if (!resource || account.row.state !== "connected" || !(asked ? readable : wanted).some(isThis)) {
      // No longer read: a marketplace or the setting was switched off. The schedule takes it up again when it is on.
      await marketplace.endReading(lease, { position: null, nextReadAt: null, problem: null })
      return LOST
    }
    const outcome =
      resource.kind === "listings"
        ? await readListings(container, work, resource.marketplace)
        : await readLocation(container, work, resource.locationId)
    await settleReading(container, work, resource, outcome)
    return outcome
  } catch (thrown) {
    if (thrown instanceof ReadingLost) return LOST
    const kind = connectorFailureOf(thrown)?.kind
    const restart = kind === undefined || !goesOn.includes(kind)
    const trouble = troubleOf(thrown, new Date())
    const outcome: ReadingOutcome = { as: "failed", trouble, restart }
    // The account as a whole is in trouble: that is not kept with the reading alone.
    if (trouble.needsReauthorization || trouble.suspended)
      await marketplace.askForChecks([reading.account_id])
    await settleReading(container, { lease, reading, account }, resourceOf(reading.resource), outcome)
    return outcome
  }
}

/** Reads listings or platform stock; a failure of the platform ends in an outcome, never in an exception. */
export const readResourceStep = createStep(
  "read-marketplace-resource",
  async (lease: Lease | null, { container }) =>
    new StepResponse<ReadingOutcome>(lease ? await read(container, lease) : LOST),
)
