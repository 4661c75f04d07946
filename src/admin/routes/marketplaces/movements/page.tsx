import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MovementsPage } from "../../../components/movements/movements-page"
import { PageBreadcrumb } from "../../../components/shared/page-breadcrumb"

export const config = defineRouteConfig({ label: "shell.movements", translationNs: "marketplaces", rank: 3 })

export const handle = { breadcrumb: () => <PageBreadcrumb page="movements" /> }

export default MovementsPage
