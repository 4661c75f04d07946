import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { RefusedRequest } from "../../lib/client"
import { ProblemNote } from "../shared/problem-note"

/** Problems whose general text speaks of an account; here there is none yet, so the wizard has words of its own. */
const ownWords = ["authorization_lost", "access_denied"] as const
type OwnWords = (typeof ownWords)[number]

type Props = { error: Error; platform: string; onTest: () => void }

/** Why the platform did not take us in, and how to go on. */
export function TestFailure({ error, platform, onTest }: Props) {
  const { t } = useTranslation("marketplaces")
  const problem = error instanceof RefusedRequest ? error.problem : undefined
  const own = ownWords.find((code): code is OwnWords => code === problem?.code)
  const again = (
    <Button size="small" variant="secondary" type="button" onClick={onTest}>
      {t("connect.test.again")}
    </Button>
  )
  if (problem && !own) {
    return (
      <div role="alert">
        <ProblemNote problem={problem}>{again}</ProblemNote>
      </div>
    )
  }
  return (
    <Alert variant="error" role="alert" data-problem={problem?.code}>
      <div className="flex flex-col items-start gap-y-3">
        <div className="flex flex-col gap-y-1">
          <Heading level="h3">{t(`connect.test.refused.${own ?? "other"}.title`, { platform })}</Heading>
          <Text size="small">
            {own ? t(`connect.test.refused.${own}.text`, { platform }) : error.message}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("connect.test.unstored")}
          </Text>
        </div>
        {again}
      </div>
    </Alert>
  )
}
