import { Alert, Button, Container, DatePicker, Heading, Input, Label, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Period } from "../../hooks/use-runs"
import type { Account } from "../../lib/answers"
import type { Starting } from "./starting"

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 7

/** The dates as they are typed; null = emptied. */
export type TypedPeriod = { from: Date | null; to: Date | null }

/** What a new import begins with: the last days until now. */
export const lastDays = (): TypedPeriod => ({
  from: new Date(Date.now() - DEFAULT_DAYS * DAY_MS),
  to: new Date(),
})

type Props = Starting & {
  account: Account
  typed: TypedPeriod
  onType: (typed: TypedPeriod) => void
  onPreview: (period: Period) => void
}

/** A period to preview or import at once, or one order by its number. */
export function ChooseImport({ account, typed, onType, onPreview, onImport, isStarting, error }: Props) {
  const { t } = useTranslation("marketplaces")
  const { from, to } = typed
  const [reference, setReference] = useState("")
  const runsForward = from !== null && to !== null && from < to
  const period = runsForward ? { from: from.toISOString(), to: to.toISOString() } : null

  const recover = (event: FormEvent) => {
    event.preventDefault()
    if (reference.trim()) onImport({ references: [reference.trim()] })
  }

  return (
    <>
      {error ? <Alert variant="error">{error.message}</Alert> : null}
      <Container className="flex flex-col gap-y-4 p-6">
        <div>
          <Heading level="h2">{t("import.period.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("import.period.help")}
          </Text>
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <div className="flex flex-col gap-y-2">
            <Label size="small" id="import-from">
              {t("import.period.from")}
            </Label>
            <DatePicker
              aria-labelledby="import-from"
              granularity="minute"
              value={from}
              onChange={(date) => onType({ ...typed, from: date })}
              maxValue={new Date()}
            />
          </div>
          <div className="flex flex-col gap-y-2">
            <Label size="small" id="import-to">
              {t("import.period.to")}
            </Label>
            <DatePicker
              aria-labelledby="import-to"
              granularity="minute"
              value={to}
              onChange={(date) => onType({ ...typed, to: date })}
            />
          </div>
        </div>
        {runsForward ? null : (
          <Text size="small" role="alert" className="text-ui-fg-error">
            {t("import.period.backwards")}
          </Text>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            size="small"
            variant="secondary"
            disabled={!period}
            isLoading={isStarting}
            onClick={() => period && onImport(period)}
          >
            {t("import.period.importAll")}
          </Button>
          <Button size="small" disabled={!period || isStarting} onClick={() => period && onPreview(period)}>
            {t("import.period.preview")}
          </Button>
        </div>
      </Container>
      <Container className="p-6">
        <form className="flex flex-col gap-y-4" onSubmit={recover}>
          <div>
            <Heading level="h2">{t("import.recover.title")}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t("import.recover.help", { account: account.name })}
            </Text>
          </div>
          <div className="flex flex-wrap items-end gap-2">
            <div className="flex min-w-64 flex-1 flex-col gap-y-2">
              <Label size="small" htmlFor="import-reference">
                {t("import.recover.reference")}
              </Label>
              <Input
                id="import-reference"
                autoComplete="off"
                value={reference}
                maxLength={100}
                onChange={({ target }) => setReference(target.value)}
              />
            </div>
            <Button
              type="submit"
              size="base"
              variant="secondary"
              disabled={!reference.trim()}
              isLoading={isStarting}
            >
              {t("import.recover.action")}
            </Button>
          </div>
        </form>
      </Container>
    </>
  )
}
