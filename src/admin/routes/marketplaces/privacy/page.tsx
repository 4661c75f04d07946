import { defineRouteConfig } from "@medusajs/admin-sdk"
import { PrivacyPage } from "../../../components/privacy/privacy-page"
import { PageBreadcrumb } from "../../../components/shared/page-breadcrumb"

export const config = defineRouteConfig({ label: "shell.privacy", translationNs: "marketplaces", rank: 5 })

export const handle = { breadcrumb: () => <PageBreadcrumb page="privacy" /> }

export default PrivacyPage
