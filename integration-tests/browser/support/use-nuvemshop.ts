import { startNuvemshopSimulator, type NuvemshopSimulator } from "../../simulators/nuvemshop"
import { nuvemshopEnvironment, ROOMY_NUVEMSHOP } from "../../support/simulated-nuvemshop"
import { NuvemshopControl } from "./nuvemshop-control"
import { runningHost } from "./surroundings"

/**
 * A simulated Nuvemshop beside the simulated Amazon, for the whole test file; or the one that runs already with its host. Call it
 * above `useHost`: the host reads what to connect to when it boots.
 *
 *     const nuvemshop = useNuvemshop()
 *     const host = useHost()
 */
export function useNuvemshop(): () => NuvemshopControl {
  let simulator: NuvemshopSimulator | undefined
  let control: NuvemshopControl | undefined

  beforeAll(async () => {
    if (runningHost) {
      control = new NuvemshopControl(runningHost.nuvemshopUrl)
      return
    }
    simulator = await startNuvemshopSimulator({ limits: ROOMY_NUVEMSHOP })
    Object.assign(process.env, nuvemshopEnvironment(simulator))
    control = new NuvemshopControl(simulator.url)
  })

  afterAll(async () => simulator?.close())

  return () => {
    if (!control) throw new Error("The simulated Nuvemshop is not running yet")
    return control
  }
}
