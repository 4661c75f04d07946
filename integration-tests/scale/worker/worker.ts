import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { importDueOrders } from "../../../src/workflows/import/import-due-orders"
import { syncMarketplaceAccountWorkflow } from "../../../src/workflows/sync/sync-account"
import { connectAccount } from "../../support/connect-account"
import { seedStore } from "../../support/seed-store"
import { armKillPoint } from "./kill-points"

/**
 * One process of the exactly-once tests, run by `medusa exec`. TASK is `seed` (OUT gets the account), `seed-sellers`, `sync` or `import`
 * (ACCOUNT_ID); KILL_AT names the boundary at which it dies.
 */
export default async function worker({ container }: ExecArgs): Promise<void> {
  const { TASK, ACCOUNT_ID = "", KILL_AT, OUT = "" } = process.env
  if (TASK === "seed") {
    const store = await seedStore(container)
    const account = await connectAccount(container, { store })
    writeFileSync(OUT, JSON.stringify({ accountId: account.id }))
    return
  }
  if (TASK === "seed-sellers") {
    const store = await seedStore(container)
    const sellers = JSON.parse(process.env.SELLERS ?? "[]") as {
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
  // A host that does not set the order module's option: display ids are then given by a statement of their own.
  if (process.env.BARE_HOST)
    Reflect.set(container.resolve(Modules.ORDER), "generateCustomDisplayId_", async () => undefined)
  if (KILL_AT) armKillPoint(container, KILL_AT)
  if (TASK === "import") {
    await importDueOrders(container, { accountId: ACCOUNT_ID, actor: "schedule" })
    return
  }
  const { result } = await syncMarketplaceAccountWorkflow(container).run({ input: { accountId: ACCOUNT_ID } })
  if (result.trouble) throw new Error(`The sync ended in ${JSON.stringify(result.trouble.problem)}`)
  if (OUT) writeFileSync(OUT, JSON.stringify(result))
}
