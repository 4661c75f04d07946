import { once } from "node:events"
import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { syncMarketplaceAccountWorkflow } from "../../../src/workflows/sync/sync-account"
import { sendMarketplaceDispatchesWorkflow } from "../../../src/workflows/dispatch/send-dispatches"
import { sweepMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/sweep-marketplace-shipments"
import { switchMarketplaceWriterWorkflow } from "../../../src/workflows/dispatch/switch-writer"
import { connectAccount } from "../../support/connect-account"
import { seedStore } from "../../support/seed-store"
import { armKillPoint } from "./kill-points"
import { SHIPS_BY_UPS, shipEverything } from "./ship-everything"

/** Says that this process has booted, and waits for the environment of its task. It ends with the test that started it. */
async function itsTask(): Promise<Record<string, string>> {
  process.once("disconnect", () => process.exit(1))
  process.send?.("ready")
  const [environment] = (await once(process, "message")) as [Record<string, string>]
  return environment
}

/**
 * One process of the exactly-once tests, run by `medusa exec`. TASK is `seed` (OUT gets the account), `seed-sellers`, `sync`, `import`,
 * `ship` (OUT gets what was shipped), `sweep`, `switch-on` or `dispatch` (ACCOUNT_ID); KILL_AT names the boundary at which it dies.
 */
export default async function worker({ container }: ExecArgs): Promise<void> {
  const { TASK, ACCOUNT_ID = "", KILL_AT, BARE_HOST, SELLERS = "[]", OUT = "" } = await itsTask()
  if (TASK === "seed") {
    const store = await seedStore(container)
    const account = await connectAccount(container, { store, settings: SHIPS_BY_UPS })
    writeFileSync(OUT, JSON.stringify({ accountId: account.id }))
    return
  }
  if (TASK === "seed-sellers") {
    const store = await seedStore(container)
    const sellers = JSON.parse(SELLERS) as {
      sellingPartnerId: string
      refreshToken: string
    }[]
    for (const [index, { sellingPartnerId, refreshToken }] of sellers.entries()) {
      await connectAccount(container, {
        store,
        externalId: sellingPartnerId,
        orderPrefix: `AMZ${index}`,
        credentials: { refresh_token: refreshToken, selling_partner_id: sellingPartnerId, region: "na" },
      })
    }
    writeFileSync(OUT, "{}")
    return
  }
  if (TASK === "ship") {
    writeFileSync(OUT, JSON.stringify(await shipEverything(container)))
    return
  }
  // A host that does not set the order module's option: display ids are then given by a statement of their own.
  if (BARE_HOST)
    Reflect.set(container.resolve(Modules.ORDER), "generateCustomDisplayId_", async () => undefined)
  if (KILL_AT) armKillPoint(container, KILL_AT)
  if (TASK === "import") {
    await importDueOrders(container, { accountId: ACCOUNT_ID, actor: "schedule" })
    return
  }
  if (TASK === "sweep") {
    await sweepMarketplaceShipmentsWorkflow(container).run({ input: { at: new Date().toISOString() } })
    return
  }
  if (TASK === "switch-on") {
    await switchMarketplaceWriterWorkflow(container).run({
      input: { accountId: ACCOUNT_ID, writer: "shipments", on: true, owed: "send", actorId: "user_1" },
    })
    return
  }
  if (TASK === "dispatch") {
    await sendMarketplaceDispatchesWorkflow(container).run({ input: { accountId: ACCOUNT_ID } })
    return
  }
  const { result } = await syncMarketplaceAccountWorkflow(container).run({ input: { accountId: ACCOUNT_ID } })
  if (result.trouble) throw new Error(`The sync ended in ${JSON.stringify(result.trouble.problem)}`)
  if (OUT) writeFileSync(OUT, JSON.stringify(result))
}
