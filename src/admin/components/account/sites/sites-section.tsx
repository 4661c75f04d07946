import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAccountForm } from "../form/account-form"
import { Section } from "../section"
import { SiteCell, type SiteColumn } from "./site-cell"

type SitesSectionProps = { title: string; help: string; columns: readonly SiteColumn[] }

/**
 * The account's marketplaces with what each does differently from the account, so that nobody needs a second account to
 * report or stock one of them apart. A tab shows the columns that belong to it.
 */
export function SitesSection({ title, help, columns }: SitesSectionProps) {
  const { t } = useTranslation("marketplaces")
  const { account, errors } = useAccountForm()
  return (
    <Section title={title} help={help}>
      <div className="overflow-x-auto">
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{t("account.sites.marketplace")}</Table.HeaderCell>
              {columns.map((column) => (
                <Table.HeaderCell key={column} scope="col">
                  {t(`account.label.${column}`)}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {account.sites.map((site) => (
              <Table.Row key={site.external_id} data-site={site.external_id} className="[&_td]:py-2">
                <Table.Cell>
                  <Text size="small" weight="plus" className="whitespace-nowrap">
                    {site.name}
                  </Text>
                  <Text size="xsmall" className="text-ui-fg-subtle">
                    {site.currency?.toUpperCase()}
                  </Text>
                </Table.Cell>
                {columns.map((column) => {
                  const error = errors[`sites.${site.external_id}.${column}`]
                  return (
                    <Table.Cell key={column}>
                      <SiteCell site={site} column={column} />
                      {error ? (
                        <Text size="xsmall" className="text-ui-fg-error" role="alert">
                          {error}
                        </Text>
                      ) : null}
                    </Table.Cell>
                  )
                })}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}
