import type { EffectKind } from "../effects"
import type { Fault } from "../faults"
import type { Operation } from "../operation-names"
import type { Limits } from "../options"
import type { World } from "../world"

/** The part of a simulator that makes things go wrong and says what happened. */
export function proofMethods(world: World) {
  return {
    addFault: (fault: Fault) => world.faults.add(fault),
    clearFaults: (id?: string) => world.faults.clear(id),
    faults: () => world.faults.list(),
    calls: (operation?: Operation) => world.log.list(operation),
    callCount: (operation?: Operation) => world.log.count(operation),
    clearCalls: () => world.log.clear(),
    effects: <K extends EffectKind>(kind?: K) => world.effects.list(kind),
    dispatches: (orderId?: number) => world.effects.dispatches(orderId),
    clearEffects: () => world.effects.clear(),
    setLimits: (limits: Partial<Limits>) => {
      Object.assign(world.limits, limits)
      world.buckets.reset()
    },
  }
}
