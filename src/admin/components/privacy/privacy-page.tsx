import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccounts } from "../../hooks/use-accounts"
import { useListUrl } from "../../hooks/use-list-url"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { NoPermission } from "../shared/no-permission"
import { PrivacyTable } from "./privacy-table"

const PAGE_SIZE = 20
const NO_ACCOUNTS: Account[] = []

/** What buyers and platforms asked for about personal data, and what was removed because its time was over. */
export function PrivacyPage() {
  const { t } = useTranslation("marketplaces")
  const list = useListUrl(PAGE_SIZE)
  const permissions = useMarketplacePermissions()
  const { data } = useAccounts()
  if (!permissions.isLoading && !permissions.see) {
    return <NoPermission />
  }
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading>{t("privacy.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("privacy.subtitle")}
        </Text>
      </div>
      <PrivacyTable list={list} accounts={data?.accounts ?? NO_ACCOUNTS} canAnswer={permissions.configure} />
    </Container>
  )
}
