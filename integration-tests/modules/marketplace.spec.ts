import path from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { authorizations } from "./marketplace/authorizations"
import { cursors } from "./marketplace/cursors"
import { inbox } from "./marketplace/inbox"
import { leases } from "./marketplace/leases"
import { outbox } from "./marketplace/outbox"
import { outboxSending } from "./marketplace/outbox-sending"
import { outboxWriters } from "./marketplace/outbox-writers"
import { pages } from "./marketplace/pages"
import { quotas } from "./marketplace/quotas"
import { secrets } from "./marketplace/secrets"
import { statesAndHistory } from "./marketplace/states-and-history"
import { KEYS, type RunSql } from "./marketplace/tools"
import { uniqueness } from "./marketplace/uniqueness"

const home = path.join(__dirname, "..", "..", "src", "modules", "marketplace")

jest.setTimeout(60_000)

/** The module on a real PostgreSQL with its real migrations: what the database itself says no to. */
moduleIntegrationTestRunner<MarketplaceModuleService>({
  moduleName: MARKETPLACE_MODULE,
  resolve: home,
  pathToMigrations: path.join(home, "migrations"),
  moduleOptions: {
    encryptionKey: KEYS.current.toString("base64"),
    previousEncryptionKeys: [KEYS.previous.toString("base64")],
  },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql: RunSql = async <Row>(statement: string, parameters: unknown[] = []) => {
      const rows: Row[] = await MikroOrmWrapper.forkManager().execute(statement, parameters)
      return rows
    }
    const bench = { service, sql }
    uniqueness(bench)
    leases(bench)
    cursors(bench)
    quotas(bench)
    statesAndHistory(bench)
    inbox(bench)
    pages(bench)
    outbox(bench)
    outboxSending(bench)
    outboxWriters(bench)
    secrets(bench)
    authorizations(bench)
  },
})
