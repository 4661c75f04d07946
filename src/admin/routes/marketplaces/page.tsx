import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { AccountsPage } from "../../components/accounts/accounts-page"
import { PageBreadcrumb } from "../../components/shared/page-breadcrumb"

export const config = defineRouteConfig({
  label: "shell.menu",
  icon: BuildingStorefront,
  translationNs: "marketplaces",
})

export const handle = { breadcrumb: () => <PageBreadcrumb page="menu" /> }

export default AccountsPage
