import type { Page } from "playwright-core"
import { installAndFinish, leaveForThePlatform } from "./connect/nuvemshop-install"
import {
  addColleague,
  addStore,
  appearances,
  connectStore,
  editPrice,
  expectNoSeriousViolations,
  guideScreenshot,
  screenshot,
  storeSettings,
  textsIn,
  untilOrderIs,
  untilPrice,
  useBrowser,
  useHost,
  useNuvemshop,
} from "./support"

const nuvemshop = useNuvemshop()
const host = useHost()
const { openPage } = useBrowser(host)

const DAY_MS = 86_400_000
/** More than the demo shop has of anything. */
const TOO_MANY = 5_000

const drawer = (page: Page) => page.getByRole("dialog")
const link = (page: Page, name: string | number) =>
  page.getByRole("link", { name: String(name), exact: true })
const toast = (page: Page, text: RegExp) => page.locator("[data-sonner-toast]", { hasText: text })
const mugs = (quantity: number) => [{ sku: "MUG-WHITE", quantity, price: "39.90" }]

beforeAll(() => nuvemshop().setRedirectUrl(`${host().url}/admin/marketplaces/authorize/nuvemshop/callback`))

/** Where the open order is, by the first line of its drawer. */
const standing = (page: Page, state: string) =>
  drawer(page).locator("[aria-live=polite]").getByText(state, { exact: true })

async function chooseIn(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label }).click()
  await page.getByRole("option", { name: option, exact: typeof option === "string" }).click()
}

describe("a store of Nuvemshop, from its installation to a paid order", () => {
  it("is installed, sells, and its order is changed in review and approved", async () => {
    const colleague = await addColleague(host())
    const store = await addStore(nuvemshop())
    const name = `Aurora ${store.id}`
    const page = await openPage("/marketplaces?connect=1")
    await leaveForThePlatform(page, name)
    await installAndFinish(page)
    const { accounts } = await host().api.get("accounts", { limit: 100 })
    const account = accounts.find((one: { external_id: string }) => one.external_id === String(store.id))
    await host().api.post(`accounts/${account.id}`, { settings: await storeSettings(host()) })

    const sold = await nuvemshop().placeOrder({
      ...{ storeId: store.id, lines: mugs(2), method: "credit_card", installments: 3 },
      buyer: { name: "Zuleika Ventania", identification: "529.982.247-25" },
    })
    const { order_id: orderId } = await untilOrderIs(host(), account.id, sold.id, "review")
    const { customer } = await host().api.post("/admin/customers", {
      ...{ first_name: "Ana", last_name: `Souza ${store.id}`, email: `ana-${store.id}@example.com` },
    })

    await page.goto(`${host().url}/app/marketplaces/orders?account_id=${account.id}`)
    await page.getByRole("searchbox", { name: "Order number" }).fill(String(sold.number))
    await link(page, sold.number).click()
    await drawer(page)
      .getByRole("heading", { name: String(sold.number), exact: true })
      .waitFor()
    await drawer(page).getByText(`Reference ${sold.id}`).waitFor()
    await standing(page, "To review").waitFor()
    await drawer(page).getByText("Zuleika Ventania").waitFor()
    await chooseIn(page, "Salesperson", colleague.name)
    await drawer(page).getByLabel("Instalments").fill("0")
    await drawer(page).getByText("Instalments are a whole number from 1 to 99.").waitFor()
    await drawer(page).getByLabel("Payment method").fill("pix")
    await drawer(page).getByLabel("Instalments").fill("1")
    await drawer(page).getByRole("button", { name: "Choose another" }).click()
    await drawer(page).getByRole("searchbox", { name: "Name, e-mail or phone" }).fill(`Souza ${store.id}`)
    await drawer(page).getByRole("radio").click()
    await guideScreenshot(page, "review", "change")
    await drawer(page).getByRole("button", { name: "Save changes" }).click()
    await toast(page, /is changed/).waitFor()
    await drawer(page).getByText("Salesperson, payment method or customer was changed here.").waitFor()

    await drawer(page).getByRole("link", { name: "Edit lines and prices" }).click()
    await page.waitForURL(/\/draft-orders\/order_/)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByText(colleague.name).waitFor()
    await widget.getByText(String(sold.number), { exact: true }).waitFor()
    await screenshot(page, "nuvemshop-draft")
    const total = await editPrice(host(), orderId, 35)

    await widget.getByRole("link", { name: "Open marketplace order" }).click()
    await drawer(page).getByText("It is approved as it stands there.").waitFor()
    await drawer(page).getByRole("button", { name: "Approve" }).click()
    await untilOrderIs(host(), account.id, sold.id, "imported")
    await standing(page, "Imported").waitFor()
    await screenshot(page, "nuvemshop-approved")

    const fields =
      "id,status,is_draft_order,total,customer_id,metadata,*items,*summary,*payment_collections,*transactions"
    const { order } = await host().api.get(`/admin/orders/${orderId}`, { fields })
    expect(order).toMatchObject({
      ...{ is_draft_order: false, total, customer_id: customer.id },
      summary: { paid_total: total, pending_difference: 0 },
      payment_collections: [{ status: "completed", captured_amount: total }],
      metadata: {
        marketplace: { salesperson_id: colleague.id, payment_method: "pix", installments: 1 },
      },
    })
    expect(order.items).toMatchObject([{ quantity: 2, unit_price: 35 }])
    const { reservations } = await host().api.get("/admin/reservations", { line_item_id: order.items[0].id })
    expect(reservations.map(({ quantity }: { quantity: number }) => quantity)).toEqual([2])
  })
})

describe("orders of a store in review", () => {
  let account: Awaited<ReturnType<typeof connectStore>>
  const inReview = async () => {
    const sold = await nuvemshop().placeOrder({ storeId: account.storeId, lines: mugs(1) })
    return { sold, row: await untilOrderIs(host(), account.id, sold.id, "review") }
  }
  const openOrder = async (id: string, appearance = {}) => {
    const page = await openPage(`/marketplaces/orders?account_id=${account.id}&order=${id}`, appearance)
    await drawer(page).locator("[data-section=changes]").waitFor()
    return page
  }

  beforeAll(async () => {
    account = await connectStore(host(), nuvemshop())
  })

  it("are rejected with a reason, which stays with them", async () => {
    const { row } = await inReview()
    const page = await openOrder(row.id)
    await drawer(page).getByRole("button", { name: "Reject" }).click()
    const question = page.getByRole("alertdialog")
    await question.getByRole("button", { name: "Reject" }).click()
    await question.getByText("Choose why you reject it.").waitFor()
    await chooseIn(page, "Reason", "Another reason")
    await question.getByRole("button", { name: "Reject" }).click()
    await question.getByText("Say in a few words what the other reason is.").waitFor()
    await question.getByLabel("Note").fill("The buyer called and does not want it")
    await guideScreenshot(page, "review", "reject")
    await question.getByRole("button", { name: "Reject" }).click()
    await standing(page, "Ignored").waitFor()
    const told = drawer(page).locator("[data-left-out=other]")
    await told.getByText("The buyer called and does not want it").waitFor()
    await screenshot(page, "nuvemshop-rejected")
    const { orders } = await host().api.get("/admin/draft-orders", { id: row.order_id })
    expect(orders ?? []).toEqual([])
  })

  it("are rejected on Medusa's page of their draft, which then is left", async () => {
    const { row } = await inReview()
    const page = await openPage(`/draft-orders/${row.order_id}`)
    const widget = page.locator("[data-widget=marketplaces-order]")
    await widget.getByRole("button", { name: "Reject" }).click()
    await chooseIn(page, "Reason", "Duplicate order")
    await page.getByRole("alertdialog").getByRole("button", { name: "Reject" }).click()
    await page.waitForURL(/\/marketplaces\/orders\?order=mpord_/)
    await drawer(page).locator("[data-left-out=duplicate]").waitFor()
  })

  it("ask before what was edited is lost", async () => {
    const { row } = await inReview()
    await editPrice(host(), row.order_id, 20)
    const page = await openOrder(row.id)
    await drawer(page).getByText("It is approved as it stands there.").waitFor()
    await drawer(page).getByRole("button", { name: "Try again" }).first().click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Discard and try again" }).click()
    await toast(page, /is tried again now/).waitFor()
    await drawer(page).getByText("It is approved as it stands there.").waitFor({ state: "detached" })
    await untilPrice(host(), row.order_id, 39.9)
  })

  it.each(appearances)("speak $language and look right in $theme", async (appearance) => {
    const t = textsIn(appearance.language)
    const { row } = await inReview()
    const page = await openOrder(row.id, appearance)
    await drawer(page)
      .getByRole("button", { name: t("orders.change.chooseCustomer") })
      .click()
    await screenshot(page, "nuvemshop-review")
    await expectNoSeriousViolations(page)
    await drawer(page)
      .getByRole("button", { name: t("orders.action.ignore") })
      .click()
    await chooseIn(page, t("orders.ignore.reason"), t("orders.leftOut.reason.fraud"))
    await screenshot(page, "nuvemshop-reject")
    await expectNoSeriousViolations(page)
  })
})

describe("an order that is missed", () => {
  let account: Awaited<ReturnType<typeof connectStore>>

  beforeAll(async () => {
    account = await connectStore(host(), nuvemshop())
  })

  type Missed = {
    storeId: number
    lines?: (ReturnType<typeof mugs>[number] & { name?: string })[]
    payment?: "paid" | "pending"
    paidAt?: Date
  }
  const place = ({ lines = mugs(1), paidAt, ...order }: Missed) =>
    nuvemshop().placeOrder({ lines, ...(paidAt && { createdAt: paidAt, paidAt }), ...order })

  /** Types a number on the page that explains, and gives its answer. */
  async function ask(number: number | string, accountName: string) {
    const page = await openPage("/marketplaces/explain")
    await page.getByLabel("Order number").fill(String(number))
    await chooseIn(page, "Account", accountName)
    await page.getByRole("button", { name: "Explain" }).click()
    const answer = page.locator("article[data-status]")
    await answer.waitFor()
    return { page, answer, status: await answer.getAttribute("data-status") }
  }

  it.each<[string, Omit<Missed, "storeId">, string, RegExp]>([
    ["it is not paid", { payment: "pending" }, "waiting", /until the platform confirms its payment/],
    [
      "it was paid before the activation",
      { paidAt: new Date(Date.now() - 2 * DAY_MS) },
      "ignored",
      /it was paid at .+, before .+, from when on this account imports/,
    ],
    [
      "its product is not known",
      { lines: [{ sku: `VELA-${Date.now()}`, name: "Vela de baunilha", quantity: 1, price: "24.90" }] },
      "blocked",
      /Vela de baunilha/,
    ],
    [
      "there is not enough stock",
      { lines: mugs(TOO_MANY) },
      "blocked",
      new RegExp(`MUG-WHITE.*${TOO_MANY}|${TOO_MANY}.*MUG-WHITE`, "s"),
    ],
  ])("is explained: %s", async (_what, order, state, told) => {
    const { id } = await place({ storeId: account.storeId, ...order })
    await untilOrderIs(host(), account.id, id, state)
    const { page, answer, status } = await ask(id, account.name)
    expect(status).toBe(state)
    expect((await answer.textContent())?.replaceAll(/[.,](?=\d{3})/g, "")).toMatch(told)
    await screenshot(page, `nuvemshop-explain-${state}`)
  })

  it("is explained: the platform does not know it", async () => {
    const { status } = await ask(987_654_321, account.name)
    expect(status).toBe("not_known_to_platform")
  })

  it("is explained: the account lost its connection", async () => {
    const other = await connectStore(host(), nuvemshop())
    await nuvemshop().revokeToken(other.storeId)
    const { id } = await place({ storeId: other.storeId })
    const { answer, page } = await ask(id, other.name)
    await answer
      .locator("[data-problem=authorization_lost]")
      .or(answer.getByText("lost its connection"))
      .first()
      .waitFor()
    await screenshot(page, "nuvemshop-explain-unauthorized")
  })

  it("is explained: the account is switched off", async () => {
    const other = await connectStore(host(), nuvemshop())
    await host().api.post(`accounts/${other.id}/pause`)
    const { id } = await place({ storeId: other.storeId })
    const { answer } = await ask(id, other.name)
    await answer.getByText("is switched off").first().waitFor()
  })

  it("comes with a file for whoever helps, which names nobody", async () => {
    const { id } = await place({ storeId: account.storeId, payment: "pending" })
    await untilOrderIs(host(), account.id, id, "waiting")
    const { page, answer } = await ask(id, account.name)
    await answer.getByText("It holds no personal data and no passwords.").waitFor()
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      answer.getByRole("button", { name: "Download support file" }).click(),
    ])
    expect(file.suggestedFilename()).toBe(`support-${id}.json`)
    await expectNoSeriousViolations(page)
    await answer.getByRole("link", { name: "Open marketplace order" }).click()
    await drawer(page).getByRole("button", { name: "Download support file" }).waitFor()
  })
})
