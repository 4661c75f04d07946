import { Prompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useBlocker, type Location } from "react-router-dom"
import { useFocusReturn } from "../../../hooks/use-focus-return"
import { useAccountForm } from "./account-form"

const shownIn = ({ pathname, search }: Location): string =>
  `${pathname}?${new URLSearchParams(search).get("tab") ?? ""}`

/** Asks before a tab, the page or the window is left with something that is not saved. */
export function LeaveGuard() {
  const { t } = useTranslation("marketplaces")
  const { isDirty, discard } = useAccountForm()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && shownIn(currentLocation) !== shownIn(nextLocation),
  )
  const isAsking = blocker.state === "blocked"
  const returnFocus = useFocusReturn(isAsking)

  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [isDirty])

  return (
    <Prompt open={isAsking} variant="confirmation">
      <Prompt.Content onCloseAutoFocus={returnFocus}>
        <Prompt.Header>
          <Prompt.Title>{t("account.unsaved.title")}</Prompt.Title>
          <Prompt.Description>{t("account.unsaved.leave")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel type="button" onClick={() => blocker.reset?.()}>
            {t("account.unsaved.stay")}
          </Prompt.Cancel>
          <Prompt.Action
            type="button"
            onClick={() => {
              discard()
              blocker.proceed?.()
            }}
          >
            {t("account.unsaved.discardAndLeave")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
