import { Prompt } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useBlocker, type Blocker, type Location } from "react-router-dom"
import { useFocusReturn } from "../../hooks/use-focus-return"

/** What would be lost: what was typed, or nothing but the rest of a set-up. */
export type LeaveKind = "typed" | "unfinished"

const shownIn = ({ pathname, search }: Location): string => pathname + search

/** Holds whoever leaves the wizard, by its buttons, a link or the browser's own, until `letGo` says that nothing is lost any more. */
export function useLeaveGuard(kind: LeaveKind | null): { blocker: Blocker; letGo: () => void } {
  const isFree = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      kind !== null && !isFree.current && shownIn(currentLocation) !== shownIn(nextLocation),
  )

  useEffect(() => {
    if (kind !== "typed") return
    const ask = (event: BeforeUnloadEvent) => (isFree.current ? undefined : event.preventDefault())
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [kind])

  return {
    blocker,
    letGo: () => {
      isFree.current = true
    },
  }
}

/** Asks whether to leave, and says what that means. */
export function LeaveQuestion({ kind, blocker }: { kind: LeaveKind; blocker: Blocker }) {
  const { t } = useTranslation("marketplaces")
  const isAsking = blocker.state === "blocked"
  const returnFocus = useFocusReturn(isAsking)
  return (
    <Prompt open={isAsking} variant="confirmation">
      <Prompt.Content onCloseAutoFocus={returnFocus}>
        <Prompt.Header>
          <Prompt.Title>{t(`connect.leave.${kind}.title`)}</Prompt.Title>
          <Prompt.Description>{t(`connect.leave.${kind}.text`)}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel type="button" onClick={() => blocker.reset?.()}>
            {t("connect.leave.stay")}
          </Prompt.Cancel>
          <Prompt.Action type="button" onClick={() => blocker.proceed?.()}>
            {t("connect.leave.confirm")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
