import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { SignInNote } from "../components/widgets/sign-in-note"

/** Above the sign-in form, for who comes back from a platform's page and is signed out. */
const MarketplaceSignInWidget = () => <SignInNote />

export const config = defineWidgetConfig({ id: "marketplaces-sign-in", zone: "login.before" })

export default MarketplaceSignInWidget
