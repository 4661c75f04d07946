import { ExclamationCircleSolid, InformationCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Problem } from "../../lib/answers"

type ProblemProps = { problem: Problem; children?: ReactNode }

/** A problem in words: what it is, why, and what to do; `children` are the actions that solve it. */
export function ProblemText({ problem, children }: ProblemProps) {
  const { t } = useTranslation("marketplaces")
  return (
    <>
      <Text size="small" weight="plus" leading="compact">
        {problem.title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words">
        {problem.cause}
      </Text>
      <Text size="small" className="break-words">
        <span className="font-medium">{t("common.problem.wayOut")}: </span>
        {problem.way_out}
      </Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t(`common.problem.owner.${problem.owner}`)}
      </Text>
      {children ? <div className="flex flex-wrap gap-2 pt-1">{children}</div> : null}
    </>
  )
}

/** A problem as the API words it, in a frame of its own. */
export function ProblemNote({ problem, children }: ProblemProps) {
  const { t } = useTranslation("marketplaces")
  const isError = problem.severity === "error"
  const Icon = isError ? ExclamationCircleSolid : InformationCircleSolid
  return (
    <section
      className="bg-ui-bg-subtle border-ui-border-base flex gap-x-3 rounded-lg border p-4"
      data-problem={problem.code}
    >
      <Icon
        className={isError ? "text-ui-tag-orange-icon mt-0.5 shrink-0" : "text-ui-fg-muted mt-0.5 shrink-0"}
        aria-label={t(`common.problem.severity.${problem.severity}`)}
      />
      <div className="flex min-w-0 flex-col gap-y-2">
        <ProblemText problem={problem}>{children}</ProblemText>
      </div>
    </section>
  )
}
