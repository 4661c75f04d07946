import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate, useSearchParams } from "react-router-dom"
import { useAccounts, useConnectors } from "../../hooks/use-accounts"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { ConnectWizard } from "../connect/connect-wizard"
import { LoadFailure } from "../shared/load-failure"
import { AccountCard } from "./account-card"
import { BackFromConsent } from "./back-from-consent"
import { ConnectFailure } from "./connect-failure"
import { HeldConsent } from "./held-consent"
import { NoAccounts } from "./no-accounts"
import { NoConnectors } from "./no-connectors"

const REFRESH_MS = 15_000

/**
 * The connected accounts and how they are. `?connect=1` opens the wizard, `?connect=<platform>` with that one chosen; a consent
 * page comes back to `?connected=` or `?failed=`, and to `?confirm=` where it began at the platform.
 */
export function AccountsPage() {
  const { t } = useTranslation("marketplaces")
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const permissions = useMarketplacePermissions()
  const accountsAnswer = useAccounts({ refetchInterval: REFRESH_MS })
  const connectorsAnswer = useConnectors()
  const { data } = accountsAnswer
  const connectors = connectorsAnswer.data?.connectors
  const error = accountsAnswer.error ?? connectorsAnswer.error

  const backToList = () => void navigate("/marketplaces", { replace: true })
  const failed = search.get("failed")
  const connected = search.get("connected")
  const held = search.get("confirm")
  const canConnect = permissions.configure && Boolean(connectors?.length)

  const content = () => {
    if (!permissions.isLoading && !permissions.see) {
      return (
        <Container className="px-6 py-4">
          <Heading level="h2">{t("common.noPermission.title")}</Heading>
          <Text size="small">{t("common.noPermission.text")}</Text>
        </Container>
      )
    }
    if (error && !(data && connectors)) {
      const retry = () => void Promise.all([accountsAnswer.refetch(), connectorsAnswer.refetch()])
      return (
        <Container className="p-0">
          <LoadFailure error={error} onRetry={retry} />
        </Container>
      )
    }
    if (!data || !connectors) {
      return (
        <Container className="p-6" role="status" aria-label={t("common.loading")}>
          <Skeleton className="h-32 w-full" />
        </Container>
      )
    }
    if (!connectors.length) return <NoConnectors />
    if (!data.accounts.length) {
      return <NoAccounts connectors={connectors} canConnect={permissions.configure} />
    }
    return null
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div>
          <Heading>{t("accounts.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("accounts.subtitle")}
          </Text>
        </div>
        {canConnect && data?.accounts.length ? (
          <Button size="small" variant="secondary" asChild>
            <Link to="/marketplaces?connect=1">{t("accounts.connect")}</Link>
          </Button>
        ) : null}
      </Container>
      {failed ? (
        <ConnectFailure
          code={failed}
          providerId={search.get("provider")}
          canConnect={canConnect}
          onDismiss={backToList}
        />
      ) : null}
      {permissions.see && connectors && held ? (
        <HeldConsent
          key={held}
          id={held}
          connectors={connectors}
          canConnect={canConnect}
          onDismiss={backToList}
        />
      ) : null}
      {permissions.configure && connectors && connected ? (
        <BackFromConsent key={connected} accountId={connected} connectors={connectors} onClose={backToList} />
      ) : null}
      {content()}
      {data?.accounts.map((account) => (
        <AccountCard
          key={account.id}
          account={account}
          platform={connectors?.find(({ id }) => id === account.provider_id)?.name ?? account.provider_id}
        />
      ))}
      {canConnect && connectors && search.has("connect") ? (
        <ConnectWizard
          connectors={connectors}
          providerId={search.get("connect") ?? undefined}
          onClose={backToList}
        />
      ) : null}
    </div>
  )
}
