import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Connector } from "../../../lib/answers"
import { ConnectorFacts } from "../../connect/connector-facts"
import { Section } from "../section"
import { toldCapabilities, type CapabilityTab } from "./capability-texts"

type CapabilitySectionProps = {
  tab: CapabilityTab
  connector: Connector
  /** Without what the connector brings altogether, where the tab is about something else. */
  isBrief?: boolean
}

/** What the connector does of a tab's work and what it does not, without a button that would do nothing. */
export function CapabilitySection({ tab, connector, isBrief = false }: CapabilitySectionProps) {
  const { t } = useTranslation("marketplaces")
  const offered: readonly string[] = connector.capabilities
  return (
    <>
      <Section
        title={t(`account.capabilities.${tab}.title`)}
        help={t(`account.capabilities.${tab}.help`, { platform: connector.name })}
      >
        <ul className="divide-y">
          {toldCapabilities(tab, offered).map((name) => (
            <li
              key={name}
              className="flex flex-wrap items-start justify-between gap-3 px-6 py-4"
              data-capability={name}
            >
              <div className="min-w-0 max-w-prose">
                <Text size="small" weight="plus">
                  {t(`account.capability.${name}.title`, { platform: connector.name })}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {t(`account.capability.${name}.${offered.includes(name) ? "offered" : "missing"}`, {
                    platform: connector.name,
                  })}
                </Text>
              </div>
              <StatusBadge color={offered.includes(name) ? "green" : "grey"}>
                {t(offered.includes(name) ? "account.capabilities.offered" : "account.capabilities.missing")}
              </StatusBadge>
            </li>
          ))}
        </ul>
      </Section>
      {isBrief ? null : (
        <Section title={t("account.capabilities.facts", { platform: connector.name })}>
          <div className="px-6 py-4">
            <ConnectorFacts connector={connector} />
          </div>
        </Section>
      )}
    </>
  )
}
