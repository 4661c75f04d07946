import { readFileSync } from "node:fs"
import type axe from "axe-core"
import type { Page } from "playwright-core"
import { settle } from "./screenshot"

declare global {
  interface Window {
    /** Put there by {@link expectNoSeriousViolations}. */
    axe: Pick<typeof axe, "run">
  }
}

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

/** Where our own content is: the page, and what it opens above it. The menu and the top bar are the dashboard's. */
const OURS = ["main", "[role=dialog]", "[role=alertdialog]", "[role=menu]", "[role=listbox]"]

type Exclusion = { rules: string[]; selector: string; why: string }

/** What @medusajs/ui draws itself and leaves a plugin no way to name. Every line says why. */
const EXCLUSIONS: Exclusion[] = [
  {
    rules: ["role-img-alt"],
    selector: "div.pointer-events-none.absolute[role=img]",
    why: "the magnifying glass that Input type=search puts into itself",
  },
  {
    rules: ["button-name"],
    selector: "div.flex.flex-col.divide-y > div.flex.items-center button[aria-haspopup=menu]",
    why: "the sort, filter and column buttons of DataTable.Toolbar: they take a tooltip, but no name",
  },
  {
    rules: ["button-name"],
    selector: "td button.ml-1[aria-haspopup=menu]",
    why: "the three dots of columnHelper.action in a DataTable: they take no name",
  },
  {
    rules: ["button-name", "aria-toggle-field-name"],
    selector: "td button[role=checkbox], th button[role=checkbox]",
    why: "the boxes of columnHelper.select in a DataTable: they take no name",
  },
]

/**
 * axe-core finds nothing serious or critical in what the plugin shows. `ours` names what is the plugin's on a page of
 * Medusa's own.
 */
export async function expectNoSeriousViolations(page: Page, ours: readonly string[] = OURS): Promise<void> {
  await settle(page)
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource)
  const serious = await page.evaluate(
    async ({ ours, exclusions }) => {
      const there = ours.filter((selector) => document.querySelector(selector))
      const { violations } = await window.axe.run({ include: there }, { resultTypes: ["violations"] })
      const isMedusas = (rule: string, target: string): boolean =>
        exclusions.some(
          ({ rules, selector }) => rules.includes(rule) && document.querySelector(target)?.matches(selector),
        )
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) =>
          nodes
            .map(({ target, html, any }) => ({ target: target.join(" "), html, why: any[0]?.message ?? "" }))
            .filter(({ target }) => !isMedusas(id, target))
            .map(({ target, html, why }) => `${id}: ${html} ${why} (${target})`),
        )
    },
    { ours, exclusions: EXCLUSIONS },
  )
  expect(serious).toEqual([])
}
