import { ArrowPath } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../lib/format"
import { ProblemNote } from "../shared/problem-note"
import type { Reading, ReadKind } from "./reading"

type ReadingStateProps = { kind: ReadKind; reading: Reading; platform: string }

/** Whether it is read at the moment, when it was last read in full, and when it is read next. */
export function ReadingState({ kind, reading: { isReading, readAt, nextAt }, platform }: ReadingStateProps) {
  const { t } = useTranslation("marketplaces")
  const format = useFormat()
  const last = readAt ? t("stock.reading.last", { at: format.instant(readAt) }) : t("stock.reading.never")
  return (
    <Text
      as="span"
      size="small"
      role="status"
      className="text-ui-fg-subtle flex items-center gap-x-2"
      data-reading={isReading ? "going-on" : readAt ? "done" : "never"}
    >
      {isReading ? <ArrowPath className="shrink-0 animate-spin" aria-hidden /> : null}
      <span>
        {isReading ? `${t(`stock.reading.now.${kind}`, { platform })} ` : null}
        {last}
        {!isReading && nextAt ? ` ${t("stock.reading.next", { at: format.instant(nextAt) })}` : null}
      </span>
    </Text>
  )
}

type ReadingProblemsProps = { reading: Reading; nameOf: (part: string) => string }

/** Why something could not be read, with the marketplaces or locations it is about. */
export function ReadingProblems({ reading: { problems }, nameOf }: ReadingProblemsProps) {
  return (
    <>
      {problems.map(({ problem, of }) => (
        <div key={problem.code} className="px-6 py-4">
          <ProblemNote problem={problem}>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {of.map(nameOf).join(", ")}
            </Text>
          </ProblemNote>
        </div>
      ))}
    </>
  )
}
