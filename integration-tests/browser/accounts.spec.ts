import { card } from "./connect/wizard"
import {
  addSeller,
  connectSeller,
  expectNoSeriousViolations,
  screenshot,
  useBrowser,
  useHost,
} from "./support"

const host = useHost({ automaticImport: false })
const { openPage } = useBrowser(host)

describe("the list of accounts", () => {
  it.each(["light", "dark"] as const)("pauses an account and lets it go on (%s)", async (theme) => {
    const seller = await addSeller(host())
    const name = `Paused ${seller.id}`
    await host().api.post("accounts", {
      ...{ provider_id: "amazon", name, credentials: seller.credentials },
      settings: { import_automatically: false },
    })
    const page = await openPage("/marketplaces", { theme })
    await card(page, name).getByText("Nothing is waiting for you").waitFor()
    await card(page, name).getByText("Plenty left").waitFor()
    // Chosen so, and not left in the middle of the wizard.
    expect(await card(page, name).getByText("not finished").count()).toBe(0)
    await screenshot(page, "accounts")
    await expectNoSeriousViolations(page)

    const act = async (action: string) => {
      await card(page, name)
        .getByRole("button", { name: `Actions for ${name}` })
        .click()
      await page.getByRole("menuitem", { name: action }).click()
      await page.getByRole("alertdialog").getByRole("button", { name: action }).click()
    }
    await act("Pause")
    await card(page, name).getByText("Paused", { exact: true }).waitFor()
    await act("Resume")
    await card(page, name).getByText("Connected", { exact: true }).waitFor()
  })

  it("shows why an account is not read any more, and the way to renew it", async () => {
    const seller = await addSeller(host())
    const name = `Revoked ${seller.id}`
    const { account } = await host().api.post("accounts", {
      ...{ provider_id: "amazon", name, credentials: seller.credentials },
      settings: { import_automatically: false },
    })
    await host().simulator.revokeSeller(seller.id)
    await host()
      .api.post(`accounts/${account.id}/verify`)
      .catch(() => undefined)
    const page = await openPage("/marketplaces")
    await card(page, name).getByText("The connection must be renewed").waitFor()
    await expectNoSeriousViolations(page)
    await card(page, name).getByRole("link", { name: "Renew the connection" }).click()
    await page.waitForURL(`**/marketplaces/${account.id}?tab=connection`)
  })
})

const scheduled = (minutesAgo: number, total: number) => ({
  ...{ id: `mprun_${minutesAgo}`, kind: "schedule", state: "done", step: "done", requested_by: null },
  ...{ from: null, to: null, references: null, total, done: total, unread: [], problem: null },
  counts: { imported: total },
  created_at: new Date(Date.UTC(2026, 2, 4, 10, 30 - minutesAgo)).toISOString(),
})

describe("the imports of a calm day", () => {
  it("are told in one line, and the pages still count every import", async () => {
    const { id } = await connectSeller(host(), await addSeller(host()))
    const page = await openPage("/marketplaces")
    const runs = [0, 5, 10, 15, 20].map((minutesAgo) => scheduled(minutesAgo, minutesAgo === 15 ? 2 : 0))
    await page.route(/\/admin\/marketplaces\/runs\?/, (route) =>
      route.fulfill({ json: { runs, count: 45, limit: 20, offset: 0 } }),
    )
    await page.goto(`${host().url}/app/marketplaces/${id}`)
    const imports = page.getByRole("region", { name: "Imports", exact: true })
    await imports.getByText("Imported: 2").waitFor()
    expect(await imports.getByRole("listitem").allTextContents()).toEqual([
      "3 synchronisations without anything new, the last at Mar 4, 2026, 10:30 AM.",
      expect.stringContaining("New and changed orders"),
      "One synchronisation without anything new, at Mar 4, 2026, 10:10 AM.",
    ])
    await imports.getByText("45 results", { exact: false }).waitFor()
    const [next] = await Promise.all([
      page.waitForRequest((one) => one.url().includes("/runs?") && one.url().includes("offset=20")),
      imports.getByRole("button", { name: "Next", exact: true }).click(),
    ])
    expect(next.url()).toContain("limit=20")
    await expectNoSeriousViolations(page)
  })
})
