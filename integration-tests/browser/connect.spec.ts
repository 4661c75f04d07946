import type { Page } from "playwright-core"
import { serializeConnector } from "../../src/api/admin/marketplaces/serializers/connector"
import { serializeVerification } from "../../src/api/admin/marketplaces/serializers/verification"
import { ToyConnector } from "../fixtures/toy-connector"
import { button, card, choose, giveConsent, typeAccess, wizard } from "./connect/wizard"
import {
  addSeller,
  expectNoSeriousViolations,
  expectTrouble,
  guideScreenshot,
  pressIn,
  screenshot,
  themes,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

async function accountNamed(name: string) {
  const { accounts } = await host().api.get("accounts", { limit: 100 })
  return accounts.find((account: { name: string }) => account.name === name)
}

async function locationNamed(name: string): Promise<string> {
  const { stock_locations } = await host().api.get("/admin/stock-locations", { name })
  return stock_locations[0].id
}

/** The steps that docs/guides/connect.md shows. */
const guided = ["platform", "test", "store", "start"]

const nobodyConnected = { accounts: [], count: 0, limit: 100, offset: 0 }

/** A host that was running before the tests has accounts; what it looks like without them is shown all the same. */
async function showWithoutAccounts(page: Page): Promise<void> {
  const { count } = await host().api.get("accounts", { limit: 1 })
  if (count === 0) return
  await page.route(/\/admin\/marketplaces\/accounts\?/, (route) => route.fulfill({ json: nobodyConnected }))
  await page.reload()
}

describe("a shop without any account", () => {
  it.each(["light", "dark"] as const)("is told what this does and how to begin (%s)", async (theme) => {
    const page = await openPage("/marketplaces", { theme })
    await showWithoutAccounts(page)
    await page.getByRole("heading", { name: "Bring your marketplace orders into your store" }).waitFor()
    await page.getByText("Returns and refunds: Amazon does not state them in its orders.").waitFor()
    await screenshot(page, "connect-no-accounts")
    await expectNoSeriousViolations(page)
    if (theme === "light") await guideScreenshot(page, "connect", "begin")

    await page.getByRole("link", { name: "Connect account" }).click()
    await wizard(page).waitFor()
  })

  it("is told which option is missing when no platform is configured", async () => {
    const page = await openPage("/marketplaces")
    await page.route(/\/admin\/marketplaces\/connectors/, (route) =>
      route.fulfill({ json: { connectors: [] } }),
    )
    await showWithoutAccounts(page)
    await page.reload()
    await page.getByRole("heading", { name: "No platform is configured yet" }).waitFor()
    await page.getByText("providers", { exact: true }).waitFor()
    await expectNoSeriousViolations(page)
  })
})

describe("connecting with typed access data", () => {
  it.each(themes)("tests the connection and makes the account, step by step (%s)", async (theme) => {
    const seller = await addSeller(host(), { orders: 3, storeName: "Northwind Trading" })
    const name = `Typed ${seller.id}`
    const page = await openPage("/marketplaces?connect=1", { theme })
    const look = async (step: string) => {
      await screenshot(page, `connect-${step}`)
      if (theme === "light" && guided.includes(step)) await guideScreenshot(page, "connect", step)
      await expectNoSeriousViolations(page)
    }
    await wizard(page).waitFor()
    await look("platform")

    await typeAccess(page, name, seller)
    await look("access")
    await button(page, "Test the connection").click()

    await page.getByText("Amazon answered: you are Northwind Trading").waitFor()
    await look("test")
    await button(page, "Next").click()

    await page.getByRole("checkbox", { name: "Amazon.com.br" }).click()
    await look("marketplaces")
    await button(page, "Next").click()

    await choose(page, "Stock location", "Main warehouse")
    await choose(page, "Platform's warehouse", "Amazon FBA")
    await look("store")
    await button(page, "Next").click()

    await page.getByRole("radio", { name: "Import a past period too" }).click()
    await page.getByRole("switch", { name: "Review first" }).click()
    await look("start")
    await button(page, "Finish").click()

    await page.waitForURL(/\/marketplaces\/orders\?import=mpacc_\w+&run=mprun_\w+/)
    const account = await accountNamed(name)
    const enabled = account.sites.filter((site: { enabled: boolean }) => site.enabled)
    expect(enabled.map((site: { name: string }) => site.name)).toEqual(["Amazon.com"])
    expect(account.settings).toMatchObject({
      import_automatically: true,
      review_first: true,
      sales_channel_id: null,
      stock_location_id: await locationNamed("Main warehouse"),
      platform_location_id: await locationNamed("Amazon FBA"),
    })
  })

  it("shows what is wrong with the access data, and loses nothing when going back", async () => {
    const seller = await addSeller(host())
    const page = await openPage("/marketplaces?connect=1", { theme: "dark" })
    await typeAccess(page, "Mistyped", {
      ...seller,
      credentials: { ...seller.credentials, refresh_token: "Atzr|x" },
    })
    await button(page, "Test the connection").click()
    await page.getByRole("alert").getByText("Amazon does not accept this access data").waitFor()
    expectTrouble(page, /400/)
    await screenshot(page, "connect-refused")
    await expectNoSeriousViolations(page)

    await button(page, "Back").click()
    expect(await page.getByLabel("Seller id").inputValue()).toBe(seller.id)
    await page.getByLabel("Refresh token", { exact: true }).fill(seller.credentials.refresh_token)
    await page.keyboard.press("Enter")
    await page.getByText("Amazon answered: you are Northwind").waitFor()
    expect(await accountNamed("Mistyped")).toBeUndefined()
  })

  it("says what is missing in a step before it goes on", async () => {
    const page = await openPage("/marketplaces?connect=1")
    await button(page, "Next").click()
    await page.getByText("This is needed").waitFor()
    await page.getByLabel("Name of the account").fill("Incomplete")
    await button(page, "Next").click()
    await page.getByRole("radio", { name: "Type the access data" }).click()
    await page.getByLabel("Seller id").fill("not an id")
    await button(page, "Test the connection").click()
    await page.getByText("This does not look right.").waitFor()
    expect(await page.getByText("This is needed").count()).toBe(2)
    await expectNoSeriousViolations(page)
  })

  it("knows a seller who is connected already", async () => {
    const seller = await addSeller(host())
    await host().api.post("accounts", {
      ...{ provider_id: "amazon", name: `First ${seller.id}`, credentials: seller.credentials },
      settings: { import_automatically: false },
    })
    const page = await openPage("/marketplaces?connect=1")
    await typeAccess(page, "Second", seller)
    await button(page, "Test the connection").click()
    await page.getByText(`This seller is already connected as First ${seller.id}.`).waitFor()
    await button(page, "Next").click()
    await page.getByText("This is needed").waitFor()
    await expectNoSeriousViolations(page)
  })

  it("asks before what was typed is lost", async () => {
    const page = await openPage("/marketplaces?connect=1")
    await page.getByLabel("Name of the account").fill("Almost")
    await pressIn(wizard(page), "Escape")
    const question = page.getByRole("alertdialog", { name: "Leave without connecting?" })
    await question.waitFor()
    await expectNoSeriousViolations(page)
    await question.getByRole("button", { name: "Stay here" }).click()
    expect(await page.getByLabel("Name of the account").inputValue()).toBe("Almost")

    await button(page, "Cancel").click()
    await question.getByRole("button", { name: "Leave" }).click()
    await wizard(page).waitFor({ state: "detached" })
    expect(new URL(page.url()).search).toBe("")
  })
})

describe("connecting on the platform's page", () => {
  it("comes back to choose what is left, and imports nothing before", async () => {
    const seller = await addSeller(host())
    const onlyOne = { id: await locationNamed("Main warehouse"), name: "Main warehouse" }
    const name = `Consent ${seller.id}`
    await host().simulator.signInToSellerCentral(seller.id)
    const page = await openPage("/marketplaces?connect=1")
    await page.route(/\/admin\/stock-locations\?/, (route) =>
      route.fulfill({ json: { stock_locations: [onlyOne], count: 1, limit: 200, offset: 0 } }),
    )
    await giveConsent(page, name)

    await page.waitForURL(/\/marketplaces\?connected=mpacc_/)
    await page.getByRole("checkbox", { name: "Amazon.com.br" }).waitFor()
    expect((await accountNamed(name)).settings.import_automatically).toBe(false)
    await button(page, "Next").click()
    const stock = page.getByRole("combobox", { name: "Stock location" })
    await stock.filter({ hasText: onlyOne.name }).waitFor()
    await button(page, "Next").click()
    await button(page, "Finish").click()

    await wizard(page).waitFor({ state: "detached" })
    await card(page, name).getByText("Connected", { exact: true }).waitFor()
    expect((await accountNamed(name)).settings).toMatchObject({
      ...{ import_automatically: true, stock_location_id: onlyOne.id, platform_location_id: null },
    })
  })

  it("can be finished later, from the list", async () => {
    const seller = await addSeller(host())
    const name = `Later ${seller.id}`
    await host().simulator.signInToSellerCentral(seller.id)
    const page = await openPage("/marketplaces?connect=1")
    await giveConsent(page, name)
    await page.waitForURL(/\/marketplaces\?connected=mpacc_/)
    await button(page, "Cancel").click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click()
    await card(page, name).getByRole("link", { name: "Finish the set-up" }).click()
    await page.getByRole("checkbox", { name: "Amazon.com.br" }).waitFor()
  })

  it("tells what happened when the platform does not complete it", async () => {
    const seller = await addSeller(host())
    await host().simulator.signInToSellerCentral(seller.id)
    const page = await openPage("/marketplaces?connect=1")
    await host().simulator.addFault({ kind: "status", status: 503, operation: "token", times: 20 })
    await giveConsent(page, "Broken").finally(() => page.waitForURL(/\/marketplaces\?failed=/))
    await host().simulator.clearFaults()
    await page.getByRole("alert").getByText("The platform did not answer").waitFor()
    await screenshot(page, "connect-failed")
    await expectNoSeriousViolations(page)
    expect(await accountNamed("Broken")).toBeUndefined()
  })

  it("has a general word for a failure that it does not know", async () => {
    const page = await openPage("/marketplaces?failed=something_new", { theme: "dark" })
    const alert = page.getByRole("alert").filter({ hasText: "The account could not be connected" })
    await alert.waitFor()
    await expectNoSeriousViolations(page)
    await alert.getByRole("button", { name: "Close" }).click()
    await alert.waitFor({ state: "detached" })
  })
})

describe("a platform that nobody here has heard of", () => {
  it("is connected by what its connector says of itself, and nothing else", async () => {
    const toy = new ToyConnector()
    const verification = serializeVerification(await toy.verify({ credentials: { key: "any" } }))
    const page = await openPage("/marketplaces")
    await page.route(/\/admin\/marketplaces\/connectors/, (route) =>
      route.fulfill({ json: { connectors: [serializeConnector("toy", toy, "en")] } }),
    )
    await page.route(/\/admin\/marketplaces\/accounts\/verify/, (route) =>
      route.fulfill({ json: { verification, connected_as: null } }),
    )
    await page.goto(`${host().url}/app/marketplaces?connect=1`)
    await page.getByRole("radio", { name: "Toy", checked: true }).waitFor()
    await page.getByText("Its orders are numbered TOY-…").waitFor()
    await wizard(page).getByText("Two orders.").waitFor()
    await page.getByLabel("Name of the account").fill("Toys")
    await button(page, "Next").click()

    const key = page.getByLabel("Key", { exact: true })
    await wizard(page).getByText("Any key.").waitFor()
    expect(await wizard(page).getByRole("radio").count()).toBe(0)
    expect(await key.getAttribute("type")).toBe("password")
    await button(page, "Test the connection").click()
    await wizard(page).getByText("This is needed").waitFor()
    await key.fill("any")
    await button(page, "Test the connection").click()
    await page.getByText("Toy answered: you are Toy shop").waitFor()
    await button(page, "Next").click()
    await page.getByRole("checkbox", { name: "Toy", checked: true }).waitFor()
    expect(await wizard(page).getByText("Amazon").count()).toBe(0)
  })
})
