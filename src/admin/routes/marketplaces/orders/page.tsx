import { defineRouteConfig } from "@medusajs/admin-sdk"
import { OrdersPage } from "../../../components/orders/orders-page"
import { PageBreadcrumb } from "../../../components/shared/page-breadcrumb"

export const config = defineRouteConfig({ label: "shell.orders", translationNs: "marketplaces", rank: 1 })

export const handle = { breadcrumb: () => <PageBreadcrumb page="orders" /> }

export default OrdersPage
