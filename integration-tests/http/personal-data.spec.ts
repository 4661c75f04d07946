import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { seedStore } from "../support/seed-store"
import { customerSuite } from "./personal-data/customers"
import { faultSuite } from "./personal-data/faults"
import { forgottenSuite } from "./personal-data/forgotten"
import { formerSuite } from "./personal-data/former"
import { inboxSuite } from "./personal-data/inbox"
import { nightSuite } from "./personal-data/nights"
import { orderSuite } from "./personal-data/orders"
import { requestSuite } from "./personal-data/requests"
import { PrivacyShop } from "./personal-data/shop"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "personal-data",
  testSuite: ({ getContainer, dbConnection }) => {
    let shop: PrivacyShop
    const given = () => shop

    beforeAll(async () => {
      shop = new PrivacyShop(getContainer(), dbConnection, await seedStore(getContainer()))
    })

    describe("expired personal data", () => orderSuite(given))
    describe("customers of expired orders", () => customerSuite(given))
    describe("the inbox of expired orders", () => inboxSuite(given))
    describe("a request about personal data", () => requestSuite(given))
    describe("a buyer who was forgotten", () => forgottenSuite(given))
    describe("what no order points to any more", () => formerSuite(given))
    describe("what else a night forgets", () => nightSuite(given))
    describe("a purge that is disturbed", () => faultSuite(given))
  },
})
