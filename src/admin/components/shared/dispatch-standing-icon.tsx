import {
  CheckCircleSolid,
  CircleDottedLine,
  ClockSolid,
  ExclamationCircleSolid,
  XCircleSolid,
} from "@medusajs/icons"
import { Popover, Text } from "@medusajs/ui"
import type { ComponentType, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Dispatch } from "../../lib/answers"
import { ProblemText } from "./problem-note"

type Look = { Icon: ComponentType<{ className?: string }>; color: string }

/** Blue is done, yellow has failed, grey needs nobody; a clock is on its way. */
const looks: Record<Dispatch["standing"], Look> = {
  synchronised: { Icon: CheckCircleSolid, color: "text-ui-tag-blue-icon" },
  failed: { Icon: ExclamationCircleSolid, color: "text-ui-tag-orange-icon" },
  waiting: { Icon: CircleDottedLine, color: "text-ui-fg-muted" },
  withdrawn: { Icon: XCircleSolid, color: "text-ui-fg-muted" },
  sending: { Icon: ClockSolid, color: "text-ui-fg-muted" },
  unknown: { Icon: ClockSolid, color: "text-ui-fg-muted" },
}

type StandingProps = {
  dispatch: Pick<Dispatch, "standing" | "problem">
  /** The button that solves the problem. With it the word can be clicked, and tells the problem. */
  solution?: ReactNode
}

/** How something that is owed to a platform stands, as an icon and its word. */
export function DispatchStanding({ dispatch: { standing, problem }, solution }: StandingProps) {
  const { t } = useTranslation("marketplaces")
  const { Icon, color } = looks[standing]
  const label = (
    <span className="flex items-center gap-x-2 whitespace-nowrap" data-standing={standing}>
      <Icon className={`${color} shrink-0`} aria-hidden />
      <Text as="span" size="small">
        {t(`shipping.standing.${standing}`)}
      </Text>
    </span>
  )
  if (!problem || solution === undefined) return label
  return (
    <Popover>
      <Popover.Trigger
        className="focus-visible:shadow-borders-focus rounded underline decoration-dotted underline-offset-4 outline-none"
        onClick={(event) => event.stopPropagation()}
      >
        {label}
      </Popover.Trigger>
      <Popover.Content
        align="start"
        aria-label={problem.title}
        className="flex max-w-md flex-col gap-y-2 p-4"
        onClick={(event) => event.stopPropagation()}
      >
        <ProblemText problem={problem}>{solution}</ProblemText>
      </Popover.Content>
    </Popover>
  )
}
