import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams, type UIMatch } from "react-router-dom"
import { AccountBreadcrumb } from "../../../components/account/account-breadcrumb"
import { AccountPage } from "../../../components/account/account-page"
import { LoadFailure } from "../../../components/shared/load-failure"
import { useAccount, useConnectors } from "../../../hooks/use-accounts"
import { useMarketplacePermissions } from "../../../hooks/use-permissions"
import type { Account } from "../../../lib/answers"

const SECOND = 1000

/** True while orders, listings or stock are on their way in. */
const isBeingRead = (account: Account): boolean =>
  account.syncing || account.cursors.some(({ reading }) => reading)

/** One account of a platform: how it is, its settings and its products. */
const MarketplaceAccountPage = () => {
  const { t } = useTranslation("marketplaces")
  const { id = "" } = useParams()
  const permissions = useMarketplacePermissions()
  const connectors = useConnectors()
  const { data, error, refetch } = useAccount(id, {
    refetchInterval: (answer) => (answer && isBeingRead(answer.account) ? 2 * SECOND : 10 * SECOND),
  })
  if (!permissions.isLoading && !permissions.see) {
    return (
      <Container>
        <Heading>{t("common.noPermission.title")}</Heading>
        <Text size="small">{t("common.noPermission.text")}</Text>
      </Container>
    )
  }
  if (error && !data) {
    return (
      <Container className="p-0">
        <LoadFailure error={error} onRetry={() => refetch()} />
      </Container>
    )
  }
  if (!data || connectors.isLoading || permissions.isLoading) {
    return (
      <Container className="flex flex-col gap-y-4" aria-busy aria-label={t("common.loading")}>
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-40 w-full" />
      </Container>
    )
  }
  const { account } = data
  const connector = connectors.data?.connectors.find((one) => one.id === account.provider_id)
  return <AccountPage key={account.id} account={account} connector={connector} />
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <AccountBreadcrumb id={params.id ?? ""} />,
}

export default MarketplaceAccountPage
