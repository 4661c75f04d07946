import { Button, Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Account, Connector } from "../../../lib/answers"
import { shipmentsPath } from "../../shipments/shipment-path"
import { ShipmentsTable } from "../../shipments/shipments-table"
import { CapabilitySection } from "../capabilities/capability-section"
import { EmailSetting } from "../form/setting-fields"
import { Section } from "../section"
import { CarriersSection } from "./carriers-section"
import { WriterSection } from "./writer-section"

const LAST = 10

/** Whether and how the platform is told of what is shipped, and how the last shipments went. */
export function ShippingTab({ account, connector }: { account: Account; connector: Connector }) {
  const { t } = useTranslation("marketplaces")
  if (!connector.capabilities.some((name) => name === "shipments")) {
    return <CapabilitySection tab="shipping" connector={connector} />
  }
  return (
    <div className="flex flex-col gap-y-3">
      <WriterSection account={account} platform={connector.name} />
      {connector.carrier_optional ? null : <CarriersSection account={account} platform={connector.name} />}
      <Section title={t("shipping.trouble.title")}>
        <EmailSetting name="shipment_problem_email" />
      </Section>
      <Container className="divide-y overflow-hidden p-0" role="region" aria-labelledby="account-shipments">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <Heading level="h2" id="account-shipments">
            {t("shipping.last.title")}
          </Heading>
          <Button size="small" variant="transparent" asChild>
            <Link to={shipmentsPath(account.id)}>{t("shipping.last.all")}</Link>
          </Button>
        </div>
        <ShipmentsTable accountId={account.id} pageSize={LAST} />
      </Container>
      <CapabilitySection tab="shipping" connector={connector} />
    </div>
  )
}
