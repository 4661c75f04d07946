import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAskedAccountAction } from "../../../hooks/use-asked-account-action"
import type { Account } from "../../../lib/answers"
import { Section } from "../section"

/** Pauses the account, or lets it go on. */
export function CourseSection({ account, isReadOnly }: { account: Account; isReadOnly: boolean }) {
  const { t } = useTranslation("marketplaces")
  const { run, running } = useAskedAccountAction(account)
  const course = account.state === "paused" ? "resume" : "pause"
  return (
    <Section
      title={t(`account.course.${course}.title`)}
      help={t(`account.course.${course}.help`)}
      actions={
        <Button
          size="small"
          variant="secondary"
          disabled={isReadOnly}
          isLoading={running === course}
          onClick={() => void run(course)}
        >
          {t(`accounts.action.${course}`)}
        </Button>
      }
    />
  )
}
