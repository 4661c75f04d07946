import { CheckCircleSolid, Spinner } from "@medusajs/icons"
import { Alert, Badge, Heading, Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { VerificationAnswer } from "../../hooks/use-connect"
import { useCountryName } from "./country"
import { Field } from "./field"
import { StepFrame, type StepProps } from "./step-frame"
import { TestFailure } from "./test-failure"

/** How the question to the platform goes. */
export type Testing = { isPending: boolean; error: Error | null; onTest: () => void }

/** Who we are there, and where we sell. */
function Verified({ tested: { verification }, platform }: { tested: VerificationAnswer; platform: string }) {
  const { t } = useTranslation("marketplaces")
  const countryName = useCountryName()
  return (
    <section className="shadow-borders-base flex flex-col gap-y-4 rounded-lg p-4">
      <div className="flex items-start gap-x-3">
        <CheckCircleSolid className="text-ui-tag-blue-icon mt-0.5 shrink-0" aria-hidden />
        <div className="min-w-0">
          <Heading level="h3">
            {t("connect.test.answered", {
              platform,
              store: verification.store_name ?? verification.external_id,
            })}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("connect.test.id", { id: verification.external_id })}
          </Text>
        </div>
      </div>
      {verification.marketplaces.length ? (
        <ul aria-label={t("connect.marketplaces.title")} className="flex flex-wrap gap-2">
          {verification.marketplaces.map(({ external_id, name, country, participating }) => (
            <li key={external_id}>
              <Badge size="2xsmall" color={participating ? "blue" : "grey"}>
                {country ? `${name} · ${countryName(country)}` : name}
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

/** The same seller is connected already: go there, or connect another group of its marketplaces under a label. */
function ConnectedAlready({
  account,
  draft,
  onChange,
  errors,
}: Omit<StepProps, "account"> & {
  account: { id: string; name: string }
}) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="flex flex-col gap-y-6">
      <Alert variant="warning">
        {t("connect.test.connectedAs", { account: account.name })}{" "}
        <Link to={`/marketplaces/${account.id}`} className="underline">
          {t("connect.test.openAccount", { account: account.name })}
        </Link>
      </Alert>
      <Field
        id="connect-marketplace-set"
        label={t("connect.test.set")}
        help={t("connect.test.setHelp")}
        error={errors.marketplace_set}
      >
        {(aria) => (
          <Input
            {...aria}
            maxLength={50}
            autoComplete="off"
            value={draft.marketplaceSet}
            onChange={(event) => onChange({ ...draft, marketplaceSet: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

/** Asks the platform who we are, before anything is stored. */
export function TestStep({ testing, ...props }: StepProps & { testing: Testing }) {
  const { t } = useTranslation("marketplaces")
  const { connector, draft } = props
  if (!connector) return null
  const platform = connector.name
  return (
    <StepFrame title={t("connect.test.title")} text={t("connect.test.text", { platform })}>
      <div aria-live="polite" aria-busy={testing.isPending} className="flex flex-col gap-y-6">
        {testing.isPending ? (
          <Text size="small" className="flex items-center gap-x-2">
            <Spinner className="animate-spin" aria-hidden />
            {t("connect.test.asking", { platform })}
          </Text>
        ) : null}
        {testing.error && !testing.isPending ? (
          <TestFailure error={testing.error} platform={platform} onTest={testing.onTest} />
        ) : null}
        {draft.tested ? <Verified tested={draft.tested} platform={platform} /> : null}
        {draft.tested?.connected_as ? (
          <ConnectedAlready {...props} account={draft.tested.connected_as} />
        ) : null}
      </div>
    </StepFrame>
  )
}
