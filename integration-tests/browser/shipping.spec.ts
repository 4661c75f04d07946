import type { Page } from "playwright-core"
import {
  addShippingSeller,
  expectNoSeriousViolations,
  expectTrouble,
  guideScreenshot,
  medusaOrderOf,
  pressIn,
  sendShipments,
  shipByApi,
  untilShipments,
  useBrowser,
  useHost,
  type ShippingSeller,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

const drawer = (page: Page) => page.getByRole("dialog")
const toast = (page: Page, text: RegExp) => page.locator("[data-sonner-toast]", { hasText: text })
const row = (page: Page, reference: string) => page.getByRole("row", { name: reference })
const standing = (page: Page, name: string) => drawer(page).locator(`[data-standing=${name}]`)
const list = (accountId: string, query = "") => `/marketplaces/shipments?account_id=${accountId}${query}`
const tab = (accountId: string) => `/marketplaces/${accountId}?tab=shipping`

/** Carrier, tracking number and pieces of what the platform has of an order, package by package. */
async function atPlatform(reference: string): Promise<string[]> {
  const confirmed = await host().simulator.shipments(reference)
  const last = new Map(confirmed.map((one) => [one.packageReferenceId, one]))
  return [...last.values()].map(
    ({ carrierCode, trackingNumber, orderItems }) =>
      `${carrierCode} ${trackingNumber} x${orderItems.reduce((sum, { quantity }) => sum + quantity, 0)}`,
  )
}

/** Packs one piece on Medusa's own pages, and marks it as shipped with a tracking number. */
async function shipOnePieceByHand(page: Page, orderId: string, tracking: string): Promise<void> {
  await page.goto(`${host().url}/app/orders/${orderId}/fulfillment?requires_shipping=true`)
  const form = page.getByRole("dialog")
  await form.getByRole("combobox").first().click()
  await page.getByRole("option", { name: "Main warehouse" }).click()
  // The order's own shipping method is put in once it is known.
  await form.getByText("Standard shipping").or(form.getByPlaceholder("Standard shipping")).first().waitFor()
  await form.getByRole("spinbutton").first().fill("1")
  await form.getByRole("button", { name: "Create Fulfillment" }).click()
  await page.getByRole("button", { name: "Mark as shipped" }).first().click()
  await form.getByRole("button", { name: "Add tracking number" }).click()
  await form.locator("input[name='labels.0.tracking_number']").fill(tracking)
  await form.getByRole("button", { name: "Save" }).click()
  await form.waitFor({ state: "detached" })
}

describe("an account that begins to confirm shipments", () => {
  let shop: ShippingSeller

  beforeAll(async () => {
    shop = await addShippingSeller(host(), { orders: 3, carrier: null, name: "Northwind ships" })
  })

  it("has its carriers chosen, a typing error is told, and everything is saved with the account", async () => {
    const { account, option } = shop
    const page = await openPage(tab(account.id))
    const field = page.getByRole("combobox", { name: option.name, exact: true })
    await field.fill("Fedx")
    await page.getByText("Amazon does not list “Fedx”.").waitFor()
    await guideScreenshot(page, "ship", "carriers")
    await expectNoSeriousViolations(page)
    await page.getByRole("button", { name: "Did you mean FedEx?" }).click()
    expect(await field.inputValue()).toBe("FedEx")

    // By the keyboard: a part of the name, down, Enter.
    await field.fill("royal")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    expect(await field.inputValue()).toBe("Royal Mail")
    await field.fill("ups")
    await page.getByLabel("E-mail for failed shipments").fill("packing@example.com")
    await page.getByRole("button", { name: "Save", exact: true }).click()
    await toast(page, /changes are saved/).waitFor()
    const { account: saved } = await host().api.get(`accounts/${account.id}`)
    expect(saved.settings).toMatchObject({
      carriers: [{ source: "shipping_option", source_id: option.id, carrier: "UPS", carrier_name: null }],
      shipment_problem_email: "packing@example.com",
    })
  })

  it("writes nothing until it is switched on, and then asks what becomes of what waits", async () => {
    const { account, references } = shop
    const [, , reference] = references
    await shipByApi(host(), await medusaOrderOf(host(), account.id, reference), { tracking: ["1Z900"] })
    await untilShipments(host(), account.id, "waiting")
    const page = await openPage(tab(account.id))
    await row(page, reference).getByText("Sending is off").waitFor()
    expect(await page.locator("[data-writer=off]").textContent()).toContain("Nothing is written to Amazon")
    await guideScreenshot(page, "ship", "switch")

    await page.getByRole("switch", { name: "Send shipments to Amazon" }).click()
    const question = page.getByRole("alertdialog")
    await question.getByText("1 shipment waits here already.").waitFor()
    await expectNoSeriousViolations(page)
    await guideScreenshot(page, "ship", "ask")
    await question.getByRole("radio", { name: /Leave out/ }).click()
    await question.getByRole("button", { name: "Switch on" }).click()
    await toast(page, /are sent to Amazon from now on/).waitFor()
    await page.locator("[data-writer=on]").waitFor()
    await row(page, reference).getByText("No longer needed").waitFor()
    expect(await atPlatform(reference)).toEqual([])
  })

  it("confirms an order that leaves in two parts, shipped on Medusa's own pages, as two packages", async () => {
    const { account, references } = shop
    const [reference] = references
    const orderId = await medusaOrderOf(host(), account.id, reference)
    const page = await openPage(`/orders/${orderId}`)
    await shipOnePieceByHand(page, orderId, "1Z911")
    await shipOnePieceByHand(page, orderId, "1Z912")
    // Medusa's own dialogs have no title for a screen reader.
    expectTrouble(page, /requires a `DialogTitle`/)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByText("UPS · 1Z912").waitFor()
    await page.waitForFunction(
      () => document.querySelectorAll("[data-widget] [data-standing=synchronised]").length === 2,
    )
    expect(await atPlatform(reference)).toEqual(["UPS 1Z911 x1", "UPS 1Z912 x1"])
    expect(await widget.locator("[data-cancel-note]").textContent()).toContain("is not sent to Amazon")
    await widget.scrollIntoViewIfNeeded()
    await guideScreenshot(page, "ship", "order-page")

    await widget.getByRole("link", { name: "Package 1" }).click()
    await standing(page, "synchronised").waitFor()
    await guideScreenshot(page, "ship", "shipment")
    await drawer(page).getByRole("button", { name: "Correct" }).click()
    await drawer(page).getByLabel("Tracking number").fill("1Z913")
    await drawer(page).getByRole("button", { name: "Save and send" }).click()
    await toast(page, /The platform is told of it/).waitFor()
    await standing(page, "synchronised").waitFor()
    await drawer(page).getByText("1Z913").first().waitFor()
    await expect(atPlatform(reference)).resolves.toEqual(["UPS 1Z913 x1", "UPS 1Z912 x1"])
  })
})

describe("a shipment that fails is visible, and its retry works", () => {
  let shop: ShippingSeller
  const ship = async (at: number, how: Parameters<typeof shipByApi>[2]): Promise<string> => {
    const { account, references } = shop
    await shipByApi(host(), await medusaOrderOf(host(), account.id, references[at]), how)
    await untilShipments(host(), account.id, "failed")
    return references[at]
  }

  beforeAll(async () => {
    shop = await addShippingSeller(host(), { orders: 5 })
    await sendShipments(host(), shop.account.id)
  })

  it("for a wrong carrier: it is corrected for this shipment, with the nearest one suggested", async () => {
    const reference = await ship(0, { tracking: ["1Z921"], carrier: "Fedexx" })
    const page = await openPage("/marketplaces")
    const card = page.locator(`[data-account=${shop.account.id}]`)
    await card.getByRole("link", { name: /shipment failed/ }).click()
    await row(page, reference).getByRole("link", { name: "Package 1" }).click()
    const problem = drawer(page).locator("[data-problem=carrier_unknown]")
    expect(await problem.textContent()).toContain("FedEx")
    await guideScreenshot(page, "ship", "problem")
    await problem.getByRole("button", { name: "Send with FedEx" }).click()
    await standing(page, "synchronised").waitFor()
    expect(await atPlatform(reference)).toEqual(["FedEx 1Z921 x2"])

    await drawer(page).getByRole("button", { name: "Correct" }).click()
    const carrier = drawer(page).getByRole("combobox", { name: "Carrier of this shipment" })
    await carrier.fill("dhl")
    // Closes the list, and not the drawer.
    await pressIn(carrier, "Escape")
    await drawer(page).getByRole("button", { name: "Save and send" }).click()
    await toast(page, /The platform is told of it/)
      .last()
      .waitFor()
    await drawer(page).getByText("DHL", { exact: true }).waitFor()
    await standing(page, "synchronised").waitFor()
    expect(await atPlatform(reference)).toEqual(["DHL 1Z921 x2"])
    await pressIn(drawer(page), "Escape")
    await page.locator("[data-empty=notFound]").waitFor()
  })

  it("for want of a tracking number: it is added on the order's page", async () => {
    const reference = await ship(1, { tracking: [] })
    expect(await atPlatform(reference)).toEqual([])
    const orderId = await medusaOrderOf(host(), shop.account.id, reference)
    const page = await openPage(`/orders/${orderId}`)
    const widget = page.locator("[data-widget=marketplaces-order]")
    const problem = widget.locator("[data-problem=tracking_missing]")
    await problem.getByLabel("Tracking number").fill("1Z931")
    await problem.getByRole("button", { name: "Save and send" }).click()
    await widget.locator("[data-standing=synchronised]").waitFor()
    expect(await atPlatform(reference)).toEqual(["UPS 1Z931 x2"])
  })

  it("because the platform rejects it: its words and the button are one click away in the list", async () => {
    await host().simulator.addFault({ kind: "status", status: 400, operation: "confirmShipment", times: 1 })
    const reference = await ship(2, { tracking: ["1Z941"] })
    const page = await openPage(list(shop.account.id, "&state=rejected"))
    await row(page, reference).getByRole("button", { name: "Failed" }).click()
    const words = page.getByRole("dialog")
    expect(await words.textContent()).toContain("Its words:")
    await expectNoSeriousViolations(page)
    await words.getByRole("button", { name: "Try again" }).click()
    await toast(page, /is tried again now/).waitFor()
    await untilShipments(host(), shop.account.id, "synchronised", 3)
    expect(await atPlatform(reference)).toEqual(["UPS 1Z941 x2"])
  })

  it("is left out when it is no longer needed, many at once, after being asked", async () => {
    const [first, second] = [await ship(3, { tracking: [] }), await ship(4, { tracking: [] })]
    await untilShipments(host(), shop.account.id, "failed", 2)
    const page = await openPage(list(shop.account.id, "&needs_person=true"))
    for (const reference of [first, second])
      await page.getByRole("checkbox", { name: `Select package 1 of order ${reference}` }).click()
    await guideScreenshot(page, "ship", "bulk")
    await expectNoSeriousViolations(page)
    await page.getByRole("button", { name: /^No longer needed/ }).click()
    const question = page.getByRole("alertdialog")
    expect(await question.textContent()).toContain("“Try again” sends them after all.")
    await question.getByRole("button", { name: "No longer needed" }).click()
    await toast(page, /2 shipments are left out/).waitFor()
    await page.locator("[data-empty=notFound]").waitFor()
    await page.getByRole("button", { name: "Reset filters" }).last().click()
    await row(page, first).getByText("No longer needed").waitFor()
  })
})
