import { Button, Container, Heading, Input, Label, Skeleton, Text, toast } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useConfirmConsent, useHeldConsent, useRefuseConsent } from "../../hooks/use-held-consent"
import type { Connector } from "../../lib/answers"
import { RefusedRequest } from "../../lib/client"
import { useFormat } from "../../lib/format"
import { ConnectorAvatar } from "../shared/connector-avatar"
import { ConnectFailure } from "./connect-failure"

type QuestionProps = { id: string; platform: string; until: string; onDismiss: () => void }

/** Says what would happen, and connects nothing by itself. */
function Question({ id, platform, until, onDismiss }: QuestionProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const navigate = useNavigate()
  const [name, setName] = useState("")
  const confirm = useConfirmConsent(id)
  const refuse = useRefuseConsent(id)
  const isBusy = confirm.isPending || confirm.isSuccess || refuse.isPending

  const connect = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(name.trim() ? { name: name.trim() } : {}, {
      onSuccess: ({ account }) => void navigate(`/marketplaces?connected=${account.id}`, { replace: true }),
    })
  }
  const leave = () =>
    refuse.mutate(undefined, {
      onSuccess: () => toast.success(t("accounts.held.refused")),
      // It is forgotten anyway, a few minutes later.
      onSettled: onDismiss,
    })
  return (
    <Container className="divide-y p-0" role="region" aria-labelledby="held-consent" data-held={id}>
      <div className="flex items-start gap-x-3 px-6 py-4">
        <ConnectorAvatar name={platform} />
        <div className="min-w-0">
          <Heading level="h2" id="held-consent">
            {t("accounts.held.title", { platform })}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("accounts.held.text", { platform })}
          </Text>
        </div>
      </div>
      <form onSubmit={connect} className="flex flex-col gap-y-4 px-6 py-4">
        <div className="flex max-w-md flex-col gap-y-1">
          <Label htmlFor="held-name" size="small" weight="plus">
            {t("connect.platform.name")}
          </Label>
          <Input
            id="held-name"
            maxLength={100}
            autoComplete="off"
            placeholder={platform}
            aria-describedby="held-name-help"
            value={name}
            disabled={isBusy}
            onChange={({ target }) => setName(target.value)}
          />
          <Text size="xsmall" id="held-name-help" className="text-ui-fg-subtle">
            {t("connect.platform.nameHelp")}
          </Text>
        </div>
        {confirm.error ? (
          <Text size="small" className="text-ui-fg-error" role="alert">
            {confirm.error.message}
          </Text>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          <Button size="small" type="submit" disabled={isBusy} isLoading={confirm.isPending}>
            {t("accounts.held.connect")}
          </Button>
          <Button
            size="small"
            type="button"
            variant="secondary"
            disabled={isBusy}
            isLoading={refuse.isPending}
            onClick={leave}
          >
            {t("accounts.held.notMine")}
          </Button>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("accounts.held.until", { at: format.instant(until) })}
          </Text>
        </div>
      </form>
    </Container>
  )
}

type HeldConsentProps = { id: string; connectors: Connector[]; canConnect: boolean; onDismiss: () => void }

/** A connection that began at the platform waits for the admin whom it met: connect it, or say that it is not theirs. */
export function HeldConsent({ id, connectors, canConnect, onDismiss }: HeldConsentProps) {
  const { t } = useTranslation("marketplaces")
  const { data, error } = useHeldConsent(id)
  if (error && !data) {
    // Whatever is unknown here was another's, is over, or was answered already.
    const code =
      error instanceof RefusedRequest && error.status === 404 ? "authorization_expired" : "unexpected"
    return <ConnectFailure code={code} providerId={null} canConnect={canConnect} onDismiss={onDismiss} />
  }
  if (!data) {
    return (
      <Container className="p-6" role="status" aria-label={t("common.loading")}>
        <Skeleton className="h-24 w-full" />
      </Container>
    )
  }
  const { provider_id, expires_at } = data.held
  const platform = connectors.find((connector) => connector.id === provider_id)?.name ?? provider_id
  return <Question id={id} platform={platform} until={expires_at} onDismiss={onDismiss} />
}
