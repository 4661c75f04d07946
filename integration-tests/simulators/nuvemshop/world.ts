import type { IncomingHttpHeaders } from "node:http"
import { Random } from "../amazon/random"
import { CallLog, type CallRecord } from "./call-log"
import { Clock } from "./clock"
import { EffectLog } from "./effects"
import { type Fault, FaultPlan } from "./faults"
import { Ids } from "./ids"
import { LeakyBuckets } from "./leaky-bucket"
import { type Installation, Installations } from "./oauth/installations"
import {
  type AppOptions,
  DEMO_APP,
  DEMO_STORE,
  type Limits,
  type NuvemshopSimulatorOptions,
  PUBLISHED_LIMITS,
  type StoreOptions,
} from "./options"
import type { Query } from "./query"
import { Store } from "./store/store"
import { DEFAULT_SWITCHES, type Switches } from "./switches"
import { DeliveryQueue } from "./webhooks/delivery-queue"
import { WebhookRegistry } from "./webhooks/registry"

export type ApiVersion = "2025-03" | "v1" | "unstable"

/** Everything one simulator knows; the handlers read and change it. */
export class World {
  readonly clock: Clock
  readonly switches: Switches
  readonly limits: Limits
  readonly random: Random
  readonly ids: Ids
  readonly installations: Installations
  readonly buckets: LeakyBuckets
  readonly faults: FaultPlan
  readonly log: CallLog
  readonly effects: EffectLog
  readonly webhooks = new WebhookRegistry()
  readonly deliveries: DeliveryQueue
  readonly apps: AppOptions[]
  readonly stores = new Map<number, Store>()
  /** Base of every url given out; known once the server listens. */
  url = ""
  /** The merchant who is signed in where an application is accepted. */
  signedInStoreId: number

  constructor(options: NuvemshopSimulatorOptions) {
    const seed = new Random(options.seed ?? 1)
    this.clock = new Clock(options.now ?? (() => new Date()), options.now === undefined)
    const now = (): number => this.clock.now()
    this.switches = { ...DEFAULT_SWITCHES, ...options.switches }
    this.limits = { ...PUBLISHED_LIMITS, ...options.limits }
    this.random = seed.fork("answers")
    this.ids = new Ids(seed.fork("ids"), options.firstOrderId)
    this.installations = new Installations(now, seed.fork("installations"))
    this.buckets = new LeakyBuckets(now)
    this.faults = new FaultPlan(seed.fork("faults"))
    this.log = new CallLog(options.logSize ?? 10_000)
    this.effects = new EffectLog(now)
    this.deliveries = new DeliveryQueue(this.clock, this.switches, seed.fork("deliveries"))
    this.apps = (options.apps ?? [{ ...DEMO_APP }]).map((app) => ({ ...app }))
    const stores = options.stores ?? [DEMO_STORE]
    for (const store of stores) this.addStore(store)
    this.signedInStoreId = stores[0]?.id ?? 0
  }

  addStore(options: StoreOptions): Store {
    if (this.stores.has(options.id)) throw new Error(`The simulator has a store ${options.id} already.`)
    const store = new Store(options, this.ids, () => this.clock.now())
    this.stores.set(options.id, store)
    if (options.accessToken !== undefined)
      this.installations.install(this.app(), options.id, options.accessToken)
    return store
  }

  /** A store; the first when none is named. */
  store(id?: number): Store {
    const found = id === undefined ? this.stores.values().next().value : this.stores.get(id)
    if (!found) throw new Error(`The simulator has no store ${id ?? ""}.`)
    return found
  }

  /** An application; the first when none is named. */
  app(appId?: string): AppOptions {
    const found = this.apps.find((app) => appId === undefined || app.appId === appId)
    if (!found) throw new Error(`The simulator has no application ${appId ?? ""}.`)
    return found
  }

  /** The store that holds an order. */
  storeOfOrder(orderId: number): Store {
    const found = [...this.stores.values()].find((store) => store.orders.has(orderId))
    if (!found) throw new Error(`The simulator has no order ${orderId}.`)
    return found
  }
}

/** A request as it came; parts of its path by name. */
export interface OpenCall {
  world: World
  method: string
  path: string
  rawQuery: string
  query: Query
  headers: IncomingHttpHeaders
  text: string
  parts: Readonly<Record<string, string>>
  faults: readonly Fault[]
  record: CallRecord
}

/** A call that passed the gate. */
export interface ApiCall extends OpenCall {
  version: ApiVersion
  store: Store
  installation: Installation
  /** The parsed JSON; an empty object where nothing came. */
  body: unknown
}
