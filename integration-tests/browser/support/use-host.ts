import path from "node:path"
import type { Language } from "../../../src/connector"
import {
  startAmazonSimulator,
  type AmazonSimulator,
  type AmazonSimulatorOptions,
} from "../../simulators/amazon"
import { amazonEnvironment, noticesEnvironment, ROOMY } from "../../support/simulated-amazon"
import { AdminApi } from "./admin-api"
import { copyDatabase, type DatabaseCopy } from "./database-copy"
import { HostProcess } from "./host-process"
import { SimulatorControl } from "./simulator-control"
import { ADMIN, runningHost } from "./surroundings"

export type HostOptions = {
  /** Usage plans of the simulated Amazon. @default roomy: nothing waits for its quota */
  limits?: AmazonSimulatorOptions["limits"]
  /** Whether accounts are imported by schedule; false keeps a file's orders where its tests have put them. @default true */
  automaticImport?: boolean
  /** Whether word of changed orders comes over the simulator's queue; a host that runs already is as it was started. @default false */
  notices?: boolean
  /** What the bell tells its lines in. @default English */
  language?: Language
}

export type Host = {
  url: string
  api: AdminApi
  simulator: SimulatorControl
  /** What the bell tells its lines in; a host that runs already tells them in English. */
  language: Language
  /** The log of the host's process, if it is ours. */
  log?: string
}

const BOOT_MS = 180_000

/**
 * The shop of a test file, with a database and a simulated Amazon of its own; or the one that runs already
 * (see {@link runningHost}). Call it at the top of the file; what it gives is there when the tests run.
 *
 *     const host = useHost()
 *     it("...", async () => { await host().api.get("accounts") })
 */
export function useHost(options: HostOptions = {}): () => Host {
  let simulator: AmazonSimulator | undefined
  let database: DatabaseCopy | undefined
  let shop: HostProcess | undefined
  let host: Host | undefined

  async function startHost(): Promise<Pick<Host, "url" | "log" | "simulator">> {
    const limits = { ...ROOMY, ...options.limits }
    if (runningHost) {
      const control = new SimulatorControl(runningHost.simulatorUrl)
      if (runningHost.simulatorUrl) await control.setLimits(limits)
      return { url: runningHost.url, simulator: control }
    }
    simulator = await startAmazonSimulator({ limits })
    database = await copyDatabase()
    const file = path.basename(expect.getState().testPath ?? "test", ".spec.ts")
    shop = await HostProcess.start(options.language ? `${file}-${options.language}` : file, {
      DATABASE_URL: database.url,
      ...amazonEnvironment(simulator),
      ...(options.notices ? noticesEnvironment(simulator) : {}),
      MARKETPLACE_AUTOMATIC_IMPORT: String(options.automaticImport ?? true),
      MARKETPLACE_LANGUAGE: options.language ?? "en",
    })
    return { url: shop.url, log: shop.log, simulator: new SimulatorControl(simulator.url) }
  }

  beforeAll(async () => {
    const started = await startHost()
    const language = runningHost ? "en" : (options.language ?? "en")
    host = { ...started, language, api: await AdminApi.signIn(started.url, ADMIN.email, ADMIN.password) }
  }, BOOT_MS)

  afterAll(async () => {
    await shop?.stop()
    await database?.drop()
    await simulator?.close()
  }, BOOT_MS)

  return () => {
    if (!host) throw new Error("The host is not running yet")
    return host
  }
}
