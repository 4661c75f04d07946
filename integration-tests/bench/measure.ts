import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type Measured = {
  mode: string
  orders: number
  seconds: number
  ordersPerSecond: number
  queriesPerOrder: number
  peakMemoryMb: number
  callsPerOrder?: number
}

const SAMPLE_MS = 100
const MB = 1024 * 1024

/** Runs `work` and measures time, SQL statements and the highest resident memory. */
export async function measure(
  container: MedusaContainer,
  mode: string,
  orders: number,
  work: () => Promise<void>,
): Promise<Measured> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  let queries = 0
  const count = () => {
    queries++
  }
  knex.on("query", count)
  let peak = process.memoryUsage().rss
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, SAMPLE_MS)
  const startedAt = process.hrtime.bigint()
  await work()
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9
  clearInterval(sampler)
  knex.removeListener("query", count)
  return {
    mode,
    orders,
    seconds: Math.round(seconds * 100) / 100,
    ordersPerSecond: Math.round((orders / seconds) * 10) / 10,
    queriesPerOrder: Math.round((queries / orders) * 100) / 100,
    peakMemoryMb: Math.round(peak / MB),
  }
}
