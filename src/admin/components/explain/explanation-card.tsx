import { Badge, Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { useStartImport } from "../../hooks/use-runs"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { AccountExplanation } from "../../lib/answers"
import { useFormat } from "../../lib/format"
import { tabPath } from "../account/account-tabs"
import { ProblemNote } from "../shared/problem-note"
import { WayTo } from "../shared/solution-buttons"
import { SupportFile } from "../shared/support-file"

/** What one account says about an order number. */
export function ExplanationCard({
  accountName,
  explanation,
}: {
  accountName: string
  explanation: AccountExplanation
}) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const navigate = useNavigate()
  const { operate } = useMarketplacePermissions()
  const recover = useStartImport(explanation.account_id)
  // A problem tells its way out itself, together with the cause.
  const isToldBelow = explanation.problems?.some(({ way_out }) => way_out === explanation.way_out)
  const canRecover = operate && explanation.status === "known_to_platform"
  const start = () =>
    recover.mutate(
      { references: [explanation.reference] },
      {
        onSuccess: ({ run_id }) =>
          void navigate(`/marketplaces/orders?import=${explanation.account_id}&run=${run_id}`),
      },
    )

  return (
    <article className="flex flex-col gap-y-4 px-6 py-6" data-status={explanation.status}>
      <div className="flex flex-col gap-y-2">
        <Badge size="2xsmall" className="self-start">
          {accountName}
        </Badge>
        <Heading level="h2">{explanation.sentence}</Heading>
        {explanation.way_out && !isToldBelow ? (
          <Text size="small">
            <span className="font-medium">{t("explain.wayOut")}: </span>
            {explanation.way_out}
          </Text>
        ) : null}
        {explanation.cursor ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("explain.readUpTo", { at: format.instant(explanation.cursor) })}
          </Text>
        ) : null}
        {explanation.next_sync_at ? (
          <Text size="small" className="text-ui-fg-subtle">
            {t("explain.nextSync", { at: format.instant(explanation.next_sync_at) })}
          </Text>
        ) : null}
      </div>
      {explanation.problems?.map((problem, index) => (
        <ProblemNote key={`${problem.code}-${index}`} problem={problem} />
      ))}
      {recover.error ? (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {recover.error.message}
        </Text>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {explanation.marketplace_order_id ? (
          <Button asChild size="small" variant="secondary">
            <Link to={`/marketplaces/orders?order=${explanation.marketplace_order_id}`}>
              {t("explain.openOrder")}
            </Link>
          </Button>
        ) : null}
        {explanation.order_id && explanation.status !== "review" ? (
          <Button asChild size="small" variant="secondary">
            <Link to={`/orders/${explanation.order_id}`}>{t("explain.openMedusaOrder")}</Link>
          </Button>
        ) : null}
        {explanation.account_standing ? (
          <WayTo
            to={tabPath({ id: explanation.account_id }, "connection")}
            label={t("explain.openAccount")}
          />
        ) : null}
        {canRecover ? (
          <Button size="small" isLoading={recover.isPending} onClick={start}>
            {t("explain.recover")}
          </Button>
        ) : null}
      </div>
      <SupportFile
        of={{
          path: "explain/support-bundle",
          query: { account_id: explanation.account_id, reference: explanation.reference },
          reference: explanation.reference,
        }}
      />
    </article>
  )
}
