import { randomInt } from "node:crypto"
import type { Page } from "playwright-core"
import { leaveForThePlatform } from "./connect/nuvemshop-install"
import { button, card, choose, wizard } from "./connect/wizard"
import {
  expectNoSeriousViolations,
  expectTrouble,
  fillSignIn,
  screenshot,
  shopSettings,
  themes,
  useBrowser,
  useHost,
  useNuvemshop,
} from "./support"

const nuvemshop = useNuvemshop()
const host = useHost({ automaticImport: false })
const { openPage, strangersPage } = useBrowser(host)

const callback = () => `${host().url}/admin/marketplaces/authorize/nuvemshop/callback`
const failure = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text })
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true })

beforeAll(() => nuvemshop().setRedirectUrl(callback()))

/** A store of its own at the platform, whose merchant is signed in there. */
async function aStore(): Promise<{ id: number; name: string }> {
  const store = { id: randomInt(5_000_000, 9_000_000), name: "Ateliê Aurora" }
  await nuvemshop().addStore({
    ...store,
    locations: [{ name: "Depósito central" }, { name: "Loja física", city: "Campinas" }],
  })
  await nuvemshop().signIn(store.id)
  return store
}

const accountOf = async (storeId: number) => {
  const { accounts } = await host().api.get("accounts", { limit: 100 })
  return accounts.find(({ external_id }: { external_id: string }) => external_id === String(storeId))
}

/** A store that is connected already, for what comes after. */
async function aConnectedStore(settings: object = {}) {
  const store = await aStore()
  const { account } = await host().api.post("accounts", {
    ...{ provider_id: "nuvemshop", name: `Aurora ${store.id}` },
    credentials: { store_id: String(store.id), access_token: await nuvemshop().token(store.id) },
    settings: { import_automatically: false, ...settings },
  })
  const saved = async () => (await host().api.get(`accounts/${account.id}`)).account
  return { id: account.id as string, store, saved }
}

describe("installing from the dashboard", () => {
  it("leads to the platform and back, and lands orders in review", async () => {
    const store = await aStore()
    const name = `Aurora ${store.id}`
    const page = await openPage("/marketplaces?connect=1")
    await leaveForThePlatform(page, name)
    await page.getByRole("button", { name: "Accept" }).click()

    await page.waitForURL(/\/marketplaces\?connected=mpacc_/)
    await wizard(page).getByRole("checkbox").first().waitFor()
    await screenshot(page, "nuvemshop-marketplaces")
    await button(page, "Next").click()
    await choose(page, "Stock location", "Main warehouse")
    await button(page, "Next").click()
    await page.getByText("Orders paid earlier are ignored").waitFor()
    expect(await page.getByRole("switch", { name: "Review first" }).isChecked()).toBe(true)
    await screenshot(page, "nuvemshop-start")
    await expectNoSeriousViolations(page)
    await button(page, "Finish").click()

    await wizard(page).waitFor({ state: "detached" })
    await card(page, name).getByText("Connected", { exact: true }).waitFor()
    const { users } = await host().api.get("/admin/users", { limit: 1 })
    expect(await accountOf(store.id)).toMatchObject({
      ...{ state: "connected", activation_counts: "paid" },
      settings: {
        ...{ set_up: true, review_first: true, salesperson_id: users[0].id },
        ...{ product_match: "sku_barcode_title", customer_rule: "name_and_document" },
      },
    })
  })

  it("says so when the merchant refuses, and begins again with the same platform", async () => {
    const store = await aStore()
    const page = await openPage("/marketplaces?connect=1", { theme: "dark" })
    await leaveForThePlatform(page, "Refused")
    const state = new URL(page.url()).searchParams.get("state") ?? ""
    await page.goto(`${callback()}?error=access_denied&state=${encodeURIComponent(state)}`)

    const told = failure(page, "The permission was not given")
    await told.waitFor()
    await screenshot(page, "nuvemshop-refused")
    await expectNoSeriousViolations(page)
    await told.getByRole("link", { name: "Connect again" }).click()
    await wizard(page).getByRole("radio", { name: "Nuvemshop", checked: true }).waitFor()
    expect(await accountOf(store.id)).toBeUndefined()
  })

  it("has who came back signed out sign in first, and then begin again", async () => {
    const page = await strangersPage()
    await page.goto(`${callback()}?code=anything&state=anything`)
    await page.getByText("nobody is signed in here").waitFor()
    await screenshot(page, "nuvemshop-signed-out")
    await fillSignIn(page)

    const told = failure(page, "You were not signed in")
    await told.waitFor()
    await expectNoSeriousViolations(page)
    await told.getByRole("link", { name: "Connect again" }).click()
    await wizard(page).getByRole("radio", { name: "Nuvemshop", checked: true }).waitFor()
  })
})

describe("installing from the platform's own store of applications", () => {
  const question = (page: Page) =>
    page.getByRole("region", { name: "A store at Nuvemshop asks to be connected" })

  it.each(themes)("asks first, and then goes on as from here (%s)", async (theme) => {
    const store = await aStore()
    const page = await openPage("/marketplaces", { theme })
    await page.goto(await nuvemshop().install(store.id))
    await question(page).waitFor()
    expect(await accountOf(store.id)).toBeUndefined()
    await screenshot(page, "nuvemshop-confirm")
    await expectNoSeriousViolations(page)

    await page.getByLabel("Name of the account").fill(`Aurora ${store.id}`)
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/marketplaces\?connected=mpacc_/)
    await wizard(page).getByRole("checkbox").first().waitFor()
    expect(await accountOf(store.id)).toMatchObject({
      name: `Aurora ${store.id}`,
      settings: { set_up: false, import_automatically: false, review_first: true },
    })
  })

  it("connects nothing that is not mine, and cannot be answered twice", async () => {
    const store = await aStore()
    const page = await openPage("/marketplaces")
    await page.goto(await nuvemshop().install(store.id))
    await question(page).waitFor()
    const address = page.url()
    await page.getByRole("button", { name: "Not mine" }).click()
    await page.getByText("Nothing was connected").first().waitFor()
    await question(page).waitFor({ state: "detached" })

    await page.goto(address)
    await failure(page, "This connection can no longer be completed").waitFor()
    expectTrouble(page, /404/)
    expect(await accountOf(store.id)).toBeUndefined()
  })
})

describe("the account of a store", () => {
  it("keeps which product and which customer an order gets, who sold it, and for how long buyers' data is kept", async () => {
    const { id, saved } = await aConnectedStore({ customer_rule: "email" })
    const page = await openPage(`/marketplaces/${id}?tab=orders`)
    await page.getByText("Orders paid before this moment are ignored").waitFor()
    expect(await page.getByLabel("When an order has no valid document").count()).toBe(0)
    await choose(page, "How a listing finds its product", "By the same SKU")
    await choose(page, "Who an order's customer is", "Whoever has the same name and document")
    await choose(page, "When an order has no valid document", "A new customer each time")
    await choose(page, "Salesperson", "Nobody")
    await page.getByLabel("Days after delivery").fill("0")
    await page.getByText("Type a whole number from 1 to 3650.").waitFor()
    await page.getByLabel("Days after delivery").fill("90")
    await screenshot(page, "nuvemshop-orders")
    await expectNoSeriousViolations(page)
    await page.getByRole("button", { name: "Save" }).click()
    await page.getByText("The changes are saved", { exact: true }).first().waitFor()
    expect((await saved()).settings).toMatchObject({
      ...{ product_match: "sku", customer_rule: "name_and_document", customer_without_document: "new" },
      ...{ salesperson_id: null, personal_data_days: 90 },
    })

    await tab(page, "Overview").click()
    await page.getByText("By the moment an order was paid").waitFor()
    await tab(page, "Shipping").click()
    await page
      .getByRole("heading", { name: "E-mail for failed shipments" })
      .or(page.getByText("E-mail for failed"))
      .first()
      .waitFor()
    expect(await page.getByRole("heading", { name: "Carriers" }).count()).toBe(0)
  })

  it.each(themes)(
    "offers the stock of each location at the platform's location that it is (%s)",
    async (theme) => {
      const { stock_location_id } = await shopSettings(host())
      const { id, saved } = await aConnectedStore({ stock_location_id })
      const page = await openPage(`/marketplaces/${id}?tab=stock`, { theme })
      await page
        .getByRole("combobox", { name: "Main warehouse" })
        .getByText("counted at Depósito central")
        .waitFor()
      await page.getByRole("combobox", { name: "Amazon FBA" }).getByText("Not mapped: not offered").waitFor()
      await choose(page, "Main warehouse", "Loja física")
      await screenshot(page, "nuvemshop-locations")
      await expectNoSeriousViolations(page)
      await page.getByRole("button", { name: "Save" }).click()
      await page.getByText("The changes are saved", { exact: true }).first().waitFor()
      const { settings } = await saved()
      expect(settings.location_map).toHaveLength(1)
      await page.reload()
      await page.getByRole("combobox", { name: "Main warehouse" }).getByText("Loja física").waitFor()
    },
  )

  it("tells since when the platform calls, and what switching off means", async () => {
    const { id } = await aConnectedStore()
    const page = await openPage(`/marketplaces/${id}?tab=connection`)
    await page.getByText(/Nuvemshop has called this store since/).waitFor()
    await page.getByRole("button", { name: "Register again" }).click()
    await page.getByText("Nuvemshop calls this store from now on").first().waitFor()
    await page.getByText("it gets its answer and the call is left aside").waitFor()
    await screenshot(page, "nuvemshop-connection")
    await expectNoSeriousViolations(page)

    await page.getByRole("button", { name: "Pause" }).first().click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Pause" }).click()
    await page.getByRole("heading", { name: "Switch on again" }).waitFor()
  })

  it("tells a suspended store from one that a person has paused, and looks again when asked", async () => {
    const { id, store } = await aConnectedStore()
    const page = await openPage(`/marketplaces/${id}`, { theme: "dark" })
    await nuvemshop().suspend(store.id)
    await page.getByRole("button", { name: "Test connection" }).first().click()
    await page.getByText("Suspended by the platform").first().waitFor()
    await page.getByRole("button", { name: "Look again now" }).waitFor()
    await screenshot(page, "nuvemshop-suspended")
    await expectNoSeriousViolations(page)

    await nuvemshop().resume(store.id)
    await page.getByRole("button", { name: "Look again now" }).click()
    await page.getByRole("button", { name: "Look again now" }).waitFor({ state: "detached" })
    await page.getByText("Connected", { exact: true }).first().waitFor()
  })
})
