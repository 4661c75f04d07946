import type { ConfigModule, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { describeProblem, type Language, type Problem } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { accountSettingsSchema } from "../../../modules/marketplace/settings"
import type { UntoldShipment } from "../../../modules/marketplace/store/dispatches/untold"
import { reasonOf } from "../../import/batch"
import { ringBell } from "../../sync/bell"
import { noEmailText, problemsTitle } from "./rules/problems-text"

/** The template that the shop's notification provider fills in. */
export const EMAIL_TEMPLATE = "marketplace-shipment-problems"

/** What the template gets; no buyer's data. */
export type ShipmentProblemsEmail = {
  language: Language
  title: string
  account: { id: string; name: string; path: string }
  shipments: {
    order: string
    package_number: number | null
    title: string
    cause: string
    way_out: string
    /** The order in Medusa's admin. */
    path: string | null
  }[]
}

function emailOf(
  account: { id: string; name: string },
  shipments: UntoldShipment[],
  language: Language,
  adminPath: string,
): ShipmentProblemsEmail {
  const path = `${adminPath}/marketplaces/${account.id}?tab=shipping`
  return {
    language,
    title: problemsTitle(account.name, shipments.length, language),
    account: { id: account.id, name: account.name, path },
    shipments: shipments.map(({ order_id, package_number, problem }) => {
      const found = problem as Problem
      const { title, cause, wayOut } = describeProblem(found, language)
      return {
        order: found.details.order ?? "?",
        package_number,
        title,
        cause,
        way_out: wayOut,
        path: order_id ? `${adminPath}/orders/${order_id}` : null,
      }
    }),
  }
}

/** Told once in a process: configurations change with a restart. */
const told = new WeakSet<MarketplaceModuleService>()

/** Nobody can be written to: says so where it is read, once. */
async function tellNoProvider(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  account: { id: string; name: string },
): Promise<void> {
  const { language } = marketplace.options
  const text = noEmailText(account.name, language)
  await ringBell(container, { accountId: account.id, once: `marketplace-no-email-${account.id}`, ...text })
  if (told.has(marketplace)) return
  told.add(marketplace)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(
      `[marketplaces] Shipments that were not confirmed cannot be told by e-mail: no notification provider serves the channel "email". Add one to the notification module in medusa-config (template "${EMAIL_TEMPLATE}"), or empty the e-mail address in the account's settings`,
    )
}

const isWithoutProvider = (thrown: unknown): boolean =>
  thrown instanceof Error && /(find a notification provider|is not enabled)/.test(thrown.message)

/**
 * One e-mail an account with everything that has come to need a person since the last one. What was not accepted by the provider is
 * told with the next.
 */
export async function emailShipmentProblems(container: MedusaContainer): Promise<void> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { admin } = container.resolve<ConfigModule>(ContainerRegistrationKeys.CONFIG_MODULE)
  const { language } = marketplace.options
  if (told.has(marketplace)) return
  const ids = await marketplace.accountsWithUntoldShipments()
  const accounts = await marketplace.listMarketplaceAccounts(
    { id: ids },
    { select: ["id", "name", "settings"], take: null },
  )
  for (const account of accounts) {
    const to = accountSettingsSchema.parse(account.settings).shipment_problem_email
    if (!to) continue
    try {
      await marketplace.tellUntoldShipments(account.id, async (shipments) => {
        const data = emailOf(account, shipments, language, admin.path ?? "/app")
        await container
          .resolve(Modules.NOTIFICATION)
          .createNotifications({ to, channel: "email", template: EMAIL_TEMPLATE, data })
      })
    } catch (thrown) {
      if (isWithoutProvider(thrown)) await tellNoProvider(container, marketplace, account)
      else
        logger.error(
          `[marketplaces] ${account.name}: the e-mail on shipments was not sent: ${reasonOf(thrown)}`,
        )
    }
  }
}
