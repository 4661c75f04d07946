import { Button, Container, Heading, Input, Label, Select, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useAccounts } from "../../hooks/use-accounts"
import { useExplanations } from "../../hooks/use-explanations"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { LoadFailure } from "../shared/load-failure"
import { NoPermission } from "../shared/no-permission"
import { ExplanationCard } from "./explanation-card"

const ALL = "all"

/** Any order number → where the order is, why, and what to do. The question stands in the address, so that it can be sent on. */
export function ExplainPage() {
  const { t } = useTranslation("marketplaces")
  const [search, setSearch] = useSearchParams()
  const asked = search.get("reference") ?? ""
  const accountId = search.get("account_id") ?? ALL
  const [reference, setReference] = useState(asked)
  const [chosen, setChosen] = useState(accountId)
  // The way back shows another question: the fields follow it. A new form would do so as well, but lose the focus at each question.
  const question = JSON.stringify([asked, accountId])
  const [shown, setShown] = useState(question)
  if (shown !== question) {
    setShown(question)
    setReference(asked)
    setChosen(accountId)
  }
  const permissions = useMarketplacePermissions()
  const { data: accounts } = useAccounts()
  const { data, error, isLoading, isFetching, refetch } = useExplanations(
    asked,
    accountId === ALL ? undefined : accountId,
  )

  if (!permissions.isLoading && !permissions.see) return <NoPermission />

  const ask = (event: FormEvent) => {
    event.preventDefault()
    const wanted = reference.trim()
    if (!wanted) return
    if (wanted === asked && chosen === accountId) void refetch()
    setSearch({ reference: wanted, ...(chosen === ALL ? {} : { account_id: chosen }) })
  }

  const answer = () => {
    if (!asked) return null
    // An answer stays while it is read again: its button may be at work.
    if (isLoading) {
      return (
        <Text size="small" role="status" className="text-ui-fg-subtle px-6 py-8">
          {t("explain.asking")}
        </Text>
      )
    }
    if (error) return <LoadFailure error={error} onRetry={() => refetch()} />
    if (!data?.length) {
      return (
        <Text size="small" role="status" className="px-6 py-8">
          {t("explain.nowhere", { reference: asked })}
        </Text>
      )
    }
    return data.map((explanation) => (
      <ExplanationCard
        key={`${explanation.account_id} ${explanation.reference}`}
        accountName={accounts?.accounts.find(({ id }) => id === explanation.account_id)?.name ?? ""}
        explanation={explanation}
      />
    ))
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("explain.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("explain.description")}
        </Text>
      </div>
      <form onSubmit={ask} className="flex flex-wrap items-end gap-3 px-6 py-4">
        <div className="flex min-w-64 flex-1 flex-col gap-y-2">
          <Label size="small" htmlFor="explain-reference">
            {t("explain.reference")}
          </Label>
          <Input
            id="explain-reference"
            autoComplete="off"
            maxLength={100}
            value={reference}
            onChange={({ target }) => setReference(target.value)}
          />
        </div>
        <div className="flex min-w-48 flex-col gap-y-2">
          <Label size="small" htmlFor="explain-account">
            {t("explain.account")}
          </Label>
          <Select value={chosen} onValueChange={setChosen}>
            <Select.Trigger id="explain-account">
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={ALL}>{t("explain.allAccounts")}</Select.Item>
              {accounts?.accounts.map(({ id, name }) => (
                <Select.Item key={id} value={id}>
                  {name}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <Button type="submit" size="base" disabled={!reference.trim()} isLoading={isFetching}>
          {t("explain.ask")}
        </Button>
      </form>
      {answer()}
    </Container>
  )
}
