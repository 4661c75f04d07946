import { Badge, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePersonName } from "../../hooks/use-people"
import type { HistoryEntry } from "../../lib/answers"
import { useFormat } from "../../lib/format"

const textIn = (details: HistoryEntry["details"], name: string): string | undefined => {
  const value: unknown = details[name]
  return typeof value === "string" ? value : undefined
}

/** What happened, in a sentence. An order waits or is left out by a rule, and the rule is the sentence. */
function useSentence() {
  const { t } = useTranslation("marketplaces")
  return ({ event, details }: HistoryEntry): string => {
    const rule = textIn(details, "rule")
    const told = t(`orders.history.event.${event}`, { defaultValue: event })
    return rule ? t(`orders.rule.${rule}`, { defaultValue: told }) : told
  }
}

/** One line of history: when, who, what, and the problems that it told of. */
function HistoryLine({ entry, person }: { entry: HistoryEntry; person: string | undefined }) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const sentence = useSentence()
  const platformStatus = textIn(entry.details, "platform_status")
  return (
    <li className="flex flex-col gap-y-0.5" data-event={entry.event}>
      <Text size="small" leading="compact">
        {sentence(entry)}
      </Text>
      {entry.problems.map((problem, index) => (
        <Text key={`${problem.code}-${index}`} size="small" leading="compact" className="text-ui-fg-subtle">
          {problem.title}
        </Text>
      ))}
      <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-2">
        <Text as="span" size="xsmall" leading="compact">
          <time dateTime={entry.at}>{format.instant(entry.at)}</time>
          {" · "}
          {(entry.actor === "person" && person) || t(`orders.history.actor.${entry.actor}`)}
        </Text>
        {platformStatus ? <Badge size="2xsmall">{platformStatus}</Badge> : null}
      </div>
    </li>
  )
}

/** Everything that happened to an order, the newest first. */
export function OrderHistory({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation("marketplaces")
  const nameOf = usePersonName()
  return (
    <section className="flex flex-col gap-y-3">
      <Heading level="h2">{t("orders.history.title")}</Heading>
      <ol className="border-ui-border-base flex flex-col gap-y-4 border-l pl-4">
        {history.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} person={nameOf(entry.actor_id)} />
        ))}
      </ol>
    </section>
  )
}
