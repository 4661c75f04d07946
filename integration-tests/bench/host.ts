import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { Event, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Subscribes as a store does: a script that runs by `medusa exec` has no subscribers of its own. */
export function listen<Data>(
  container: MedusaContainer,
  subscriber: { default: (args: SubscriberArgs<Data>) => Promise<void>; config: SubscriberConfig },
): void {
  const { config } = subscriber
  const bus = container.resolve(Modules.EVENT_BUS)
  for (const name of [config.event].flat()) {
    bus.subscribe(name, (event) =>
      subscriber.default({ event: event as Event<Data>, container, pluginOptions: {} }),
    )
  }
}

/** Does what a job does every minute until the condition holds, and looks for it often. Gives up after a while. */
export async function untilTrue(
  condition: () => Promise<boolean>,
  everyMinute: () => Promise<void>,
  minutes = 20,
): Promise<void> {
  const begun = Date.now()
  for (let minute = 1; !(await condition());) {
    const passed = Date.now() - begun
    if (passed > minutes * 60_000) throw new Error(`It is not done after ${minutes} minutes`)
    if (passed > minute * 60_000) {
      minute += 1
      await everyMinute()
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
