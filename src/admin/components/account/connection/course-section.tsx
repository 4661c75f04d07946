import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useAskedAccountAction } from "../../../hooks/use-asked-account-action"
import type { Account } from "../../../lib/answers"
import { courseOf } from "../../accounts/account-standing"
import { Section } from "../section"

type CourseSectionProps = {
  account: Account
  platform: string
  /** The platform calls us by itself. */
  isCalled: boolean
  isReadOnly: boolean
}

/** Switches the account off or on again, and says what that means. */
export function CourseSection({ account, platform, isCalled, isReadOnly }: CourseSectionProps) {
  const { t } = useTranslation("marketplaces")
  const { run, running } = useAskedAccountAction(account)
  const course = courseOf(account)
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
    >
      {course === "pause" ? (
        <ul className="flex list-disc flex-col gap-y-1 py-4 pl-10 pr-6" data-switched-off>
          {(["reads", "writes", ...(isCalled ? (["calls"] as const) : []), "stays"] as const).map((what) => (
            <li key={what}>
              <Text size="small" className="text-ui-fg-subtle">
                {t(`account.course.pause.${what}`, { platform })}
              </Text>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  )
}
