import { refusal } from "../answer"
import type { ApiCall } from "../world"
import { planFactor } from "../plan-factor"

/** The second bucket, for writes of variants and stock: the more is written, the heavier. The weights are not published. */
export function pourWrites(call: ApiCall, variants: number): void {
  const { world, store, installation } = call
  const { size, perSecond } = world.limits.writes
  const factor = planFactor(store.plan)
  const weight = variants * store.languages.length * store.locations.size
  const key = `writes|${installation.app.appId}|${store.id}`
  const limit = { size: size * factor, perSecond: perSecond * factor }
  if (!world.buckets.pour(key, limit, weight))
    throw refusal(429, "Too many variants are written, send fewer of them")
}
