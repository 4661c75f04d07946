import { Badge, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { usePersonName } from "../../hooks/use-people"
import type { HistoryEntry } from "../../lib/answers"
import { useFormat } from "../../lib/format"

/** How a line is told: its sentence, and a word of the platform's beside it. */
export type ToldLine = { sentence: string; mark?: string }

type LineProps = { entry: HistoryEntry; told: ToldLine; person: string | undefined }

/** One line of history: when, who, what, and the problems that it told of. */
function HistoryLine({ entry, told, person }: LineProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  return (
    <li className="flex flex-col gap-y-0.5" data-event={entry.event}>
      <Text size="small" leading="compact">
        {told.sentence}
      </Text>
      {entry.problems.map((problem, index) => (
        <div key={`${problem.code}-${index}`} className="text-ui-fg-subtle">
          <Text size="small" leading="compact">
            {problem.title}
          </Text>
          {problem.details.reason ? (
            <Text size="small" leading="compact" className="break-words">
              {problem.cause}
            </Text>
          ) : null}
        </div>
      ))}
      <div className="text-ui-fg-subtle flex flex-wrap items-center gap-x-2">
        <Text as="span" size="xsmall" leading="compact">
          <time dateTime={entry.at}>{format.instant(entry.at)}</time>
          {" · "}
          {(entry.actor === "person" && person) || t(`orders.history.actor.${entry.actor}`)}
        </Text>
        {told.mark ? <Badge size="2xsmall">{told.mark}</Badge> : null}
      </div>
    </li>
  )
}

/** Everything that happened to something, the newest first, each line as `tell` puts it. */
export function HistoryList({
  history,
  tell,
}: {
  history: HistoryEntry[]
  tell: (entry: HistoryEntry) => ToldLine
}) {
  const { t } = useTranslation("marketplaces")
  const nameOf = usePersonName()
  return (
    <section className="flex flex-col gap-y-3">
      <Heading level="h2">{t("orders.history.title")}</Heading>
      <ol className="border-ui-border-base flex flex-col gap-y-4 border-l pl-4">
        {history.map((entry) => (
          <HistoryLine key={entry.id} entry={entry} told={tell(entry)} person={nameOf(entry.actor_id)} />
        ))}
      </ol>
    </section>
  )
}
