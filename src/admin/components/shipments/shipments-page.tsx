import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccounts } from "../../hooks/use-accounts"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { NoPermission } from "../shared/no-permission"
import { ShipmentsTable } from "./shipments-table"

const PAGE_SIZE = 20
const NO_ACCOUNTS: Account[] = []

/** Every shipment that a platform is told of, over all accounts. */
export function ShipmentsPage() {
  const { t } = useTranslation("marketplaces")
  const permissions = useMarketplacePermissions()
  const { data, isLoading } = useAccounts()
  // Not yet known is not "none": an empty list means that nothing is connected.
  const accounts = data?.accounts ?? (isLoading ? undefined : NO_ACCOUNTS)
  if (!permissions.isLoading && !permissions.see) return <NoPermission />
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading>{t("shell.shipments")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("shipping.subtitle")}
        </Text>
      </div>
      <ShipmentsTable accounts={accounts} pageSize={PAGE_SIZE} />
    </Container>
  )
}
