import { Alert, Button, FocusModal, ProgressTabs } from "@medusajs/ui"
import { useEffect, useRef, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { Account, Connector } from "../../lib/answers"
import { useFocusReturn } from "../../hooks/use-focus-return"
import { AccessStep } from "./access-step"
import { LeaveQuestion, useLeaveGuard } from "./leave-question"
import { MarketplacesStep } from "./marketplaces-step"
import { PlatformStep } from "./platform-step"
import { StartStep } from "./start-step"
import { firstStep, stepNames, stepsFrom, type StepName } from "./steps"
import { StoreStep } from "./store-step"
import { TestStep } from "./test-step"
import { useFinish } from "./use-finish"
import { useWizard } from "./use-wizard"
import { WizardHeader } from "./wizard-header"

type Props = {
  connectors: Connector[]
  /** A platform that is chosen already. */
  providerId?: string
  /** An account that a consent page has just connected: what is left is to choose its marketplaces and its start. */
  account?: Account
  onClose: () => void
}

/**
 * Connects an account step by step. What it shows comes from the connector's description alone, so it serves platforms
 * that nobody here has heard of.
 */
export function ConnectWizard({ connectors, providerId, account, onClose }: Props) {
  const { t } = useTranslation("marketplaces")
  const returnFocus = useFocusReturn()
  const wizard = useWizard({ connectors, providerId, account })
  const { draft, step, connector, errors, goTo } = wizard
  const losing = account ? "unfinished" : wizard.isDirty ? "typed" : null
  const { blocker, letGo } = useLeaveGuard(losing)
  const { finish, isFinishing, failure } = useFinish({
    ...{ draft, connector, account },
    onSaved: letGo,
    onDone: onClose,
  })

  const own = stepsFrom(firstStep(account))
  const before = own[own.indexOf(step) - 1]
  const after = own[own.indexOf(step) + 1]
  const leaves = step === "access" && draft.way === "consent"
  const isOpenTo = (name: StepName): boolean =>
    own.includes(name) && !(draft.way === "consent" && !account && own.indexOf(name) > own.indexOf("access"))

  // A new step is read out from its beginning; the dialog itself decides where the focus is first.
  const panel = useRef<HTMLDivElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    panel.current?.focus()
  }, [step])

  const goOn = (event: FormEvent) => {
    event.preventDefault()
    if (leaves) wizard.leaveForConsent(letGo)
    else if (after) goTo(after)
    else if (wizard.isComplete()) void finish()
  }
  const props = { connectors, connector, account, draft, onChange: wizard.setDraft, errors }
  const contents: Record<StepName, JSX.Element> = {
    platform: <PlatformStep {...props} />,
    access: <AccessStep {...props} />,
    test: <TestStep {...props} testing={wizard.testing} />,
    marketplaces: <MarketplacesStep {...props} />,
    store: <StoreStep {...props} />,
    start: <StartStep {...props} failure={failure} />,
  }
  const primary = leaves ? "consent" : after ? (after === "test" ? "test" : "next") : "finish"
  const isBusy = isFinishing || wizard.isLeaving

  return (
    <FocusModal open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <FocusModal.Content onCloseAutoFocus={returnFocus}>
        <ProgressTabs
          value={step}
          onValueChange={(name) => goTo(name as StepName)}
          activationMode="manual"
          className="flex h-full flex-col overflow-hidden"
        >
          <WizardHeader title={t("connect.title")} step={step} isOpenTo={isOpenTo} />
          <form noValidate onSubmit={goOn} className="flex min-h-0 flex-1 flex-col">
            <FocusModal.Body className="min-h-0 overflow-y-auto">
              {stepNames.map((name) => (
                <ProgressTabs.Content key={name} value={name} ref={name === step ? panel : undefined}>
                  {contents[name]}
                </ProgressTabs.Content>
              ))}
              {wizard.consentError && leaves ? (
                <Alert variant="error" role="alert" className="mx-auto mb-8 w-full max-w-[688px]">
                  {wizard.consentError.message}
                </Alert>
              ) : null}
            </FocusModal.Body>
            <FocusModal.Footer>
              {before ? (
                <Button size="small" variant="secondary" type="button" onClick={() => goTo(before)}>
                  {t("common.back")}
                </Button>
              ) : (
                <FocusModal.Close asChild>
                  <Button size="small" variant="secondary" type="button">
                    {t("common.cancel")}
                  </Button>
                </FocusModal.Close>
              )}
              <Button
                size="small"
                type="submit"
                isLoading={isBusy}
                disabled={isBusy || (step === "test" && !draft.tested)}
              >
                {t(`connect.action.${primary}`, { platform: connector?.name ?? "" })}
              </Button>
            </FocusModal.Footer>
          </form>
        </ProgressTabs>
        {losing ? <LeaveQuestion kind={losing} blocker={blocker} /> : null}
      </FocusModal.Content>
    </FocusModal>
  )
}
