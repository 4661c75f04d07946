import { CheckCircleSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { ProblemNote } from "../../shared/problem-note"
import { Section } from "../section"
import type { ConnectionTest } from "./use-connection-test"

/** Asks the platform, and shows what it says. */
export function TestSection({ test, isReadOnly }: { test: ConnectionTest; isReadOnly: boolean }) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const { result, error, isPending, run } = test
  return (
    <Section
      title={t("account.test.title")}
      help={t("account.test.help")}
      actions={
        <Button size="small" variant="secondary" disabled={isReadOnly} isLoading={isPending} onClick={run}>
          {t("account.test.action")}
        </Button>
      }
    >
      {result || error ? (
        <div className="px-6 py-4" role="status">
          {result?.problem ? <ProblemNote problem={result.problem} /> : null}
          {result && !result.problem ? (
            <Text size="small" className="flex items-center gap-x-2">
              <CheckCircleSolid className="text-ui-tag-blue-icon shrink-0" aria-hidden />
              {t("account.test.worksAs", {
                id: result.account.external_id,
                ...countOf(result.account.sites.length),
              })}
            </Text>
          ) : null}
          {error ? (
            <Text size="small" className="text-ui-fg-error">
              {error.message}
            </Text>
          ) : null}
        </div>
      ) : null}
    </Section>
  )
}
