import { Alert, Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { CallbackFailure } from "../../../api/admin/marketplaces/authorize/callback-failures"
import { connectPath } from "./connect-path"

/** Whether beginning again is the way on; a list without it would offer what cannot help. */
const startsAgain: Record<CallbackFailure, boolean> = {
  authorization_lost: true,
  access_denied: true,
  application_rejected: false,
  request_refused: true,
  account_suspended: true,
  platform_unavailable: true,
  platform_throttled: true,
  contract_broken: false,
  authorization_expired: true,
  other_seller: false,
  other_marketplaces: true,
  signed_out: true,
  consent_refused: true,
  unexpected: true,
}

const isKnown = (code: string): code is CallbackFailure => Object.hasOwn(startsAgain, code)

type ConnectFailureProps = {
  code: string
  /** The platform that it was begun with; beginning again has it chosen already. */
  providerId: string | null
  canConnect: boolean
  onDismiss: () => void
}

/** Why the way back from a platform's consent page ended without an account, and how to go on. */
export function ConnectFailure({ code, providerId, canConnect, onDismiss }: ConnectFailureProps) {
  const { t } = useTranslation("marketplaces")
  const failure = isKnown(code) ? code : "unexpected"
  return (
    <Alert variant="error" role="alert" data-failure={failure}>
      <div className="flex flex-col items-start gap-y-3">
        <div className="flex flex-col gap-y-1">
          <Heading level="h2" className="txt-compact-small-plus">
            {t(`accounts.failed.${failure}.title`)}
          </Heading>
          <Text size="small">{t(`accounts.failed.${failure}.text`)}</Text>
        </div>
        <div className="flex flex-wrap gap-2">
          {startsAgain[failure] && canConnect ? (
            <Button size="small" variant="secondary" asChild>
              <Link to={connectPath(providerId)}>{t("accounts.failed.again")}</Link>
            </Button>
          ) : null}
          <Button size="small" variant="transparent" onClick={onDismiss}>
            {t("common.close")}
          </Button>
        </div>
      </div>
    </Alert>
  )
}
