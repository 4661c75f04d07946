import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { carriersTests } from "./shipments/carriers"
import { changesTests } from "./shipments/changes"
import { confirmingTests } from "./shipments/confirming"
import { emailTests } from "./shipments/email"
import { leftOutTests } from "./shipments/left-out"
import { problemsTests } from "./shipments/problems"
import { ShippingShop } from "./shipments/shop"

jest.setTimeout(120_000)

const simulator = useAmazonSimulator({ switches: { unknownCarrier: "refuse" } })

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let store: SeededStore
    let admin: AdminClient

    beforeAll(async () => {
      container = getContainer()
      store = await seedStore(container)
      admin = new AdminClient(api, await signInAdmin(container, "shipping@example.com"))
    })

    afterEach(() => simulator().clearFaults())

    const open = (options?: Parameters<typeof ShippingShop.open>[1]) =>
      ShippingShop.open({ container, simulator: simulator(), admin, store }, options)
    const bell = async (accountId: string, least = 0) => {
      for (let round = 0; ; round += 1) {
        const lines = await container.resolve(Modules.NOTIFICATION).listNotifications({ channel: "feed" })
        const its = lines.filter(({ data }) => data?.account_id === accountId)
        if (its.length >= least || round === 50) return its
        await wait(100)
      }
    }
    const given = { open, bell, simulator, admin: () => admin, store: () => store }

    confirmingTests(given)
    problemsTests(given)
    changesTests(given)
    carriersTests(given)
    emailTests(given)
    leftOutTests(given)
  },
})
