import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExplainPage } from "../../../components/explain/explain-page"
import { PageBreadcrumb } from "../../../components/shared/page-breadcrumb"

export const config = defineRouteConfig({ label: "shell.explain", translationNs: "marketplaces", rank: 4 })

export const handle = { breadcrumb: () => <PageBreadcrumb page="explain" /> }

export default ExplainPage
