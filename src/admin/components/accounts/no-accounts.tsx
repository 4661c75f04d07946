import { BuildingStorefront } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Connector } from "../../lib/answers"
import { ConnectorFacts } from "../connect/connector-facts"
import { ConnectorAvatar } from "../shared/connector-avatar"

/** The first thing a shop owner sees: what this does, and the way to begin. */
export function NoAccounts({ connectors, canConnect }: { connectors: Connector[]; canConnect: boolean }) {
  const { t } = useTranslation("marketplaces")
  return (
    <Container className="divide-y p-0" data-empty="accounts">
      <div className="mx-auto flex max-w-xl flex-col items-center gap-y-4 px-6 py-16 text-center">
        <BuildingStorefront className="text-ui-fg-subtle" aria-hidden />
        <div className="flex flex-col gap-y-1">
          <Heading level="h2">{t("accounts.empty.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("accounts.empty.text")}
          </Text>
        </div>
        {canConnect ? (
          <Button size="small" asChild>
            <Link to="/marketplaces?connect=1">{t("accounts.connect")}</Link>
          </Button>
        ) : (
          <Text size="small">{t("accounts.empty.askAdministrator")}</Text>
        )}
      </div>
      {connectors.map((connector) => (
        <section key={connector.id} className="flex flex-col gap-y-4 px-6 py-6">
          <div className="flex items-center gap-x-3">
            <ConnectorAvatar name={connector.name} />
            <Heading level="h2">{connector.name}</Heading>
          </div>
          <ConnectorFacts connector={connector} />
        </section>
      ))}
    </Container>
  )
}
