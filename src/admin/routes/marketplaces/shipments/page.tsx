import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PageBreadcrumb } from "../../../components/shared/page-breadcrumb"
import { ShipmentsPage } from "../../../components/shipments/shipments-page"

export const config = defineRouteConfig({ label: "shell.shipments", translationNs: "marketplaces", rank: 2 })

export const handle = { breadcrumb: () => <PageBreadcrumb page="shipments" /> }

export default ShipmentsPage
