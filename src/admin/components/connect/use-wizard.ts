import { useState } from "react"
import { useBeginConsent, useVerifyCredentials } from "../../hooks/use-connect"
import type { Account, Connector } from "../../lib/answers"
import { choiceFor, credentialsFor, draftOf, newDraft, withTest, type Draft } from "./draft"
import { blockingStep, errorsOf, firstStep, type FieldErrors, type StepName } from "./steps"

type Input = { connectors: Connector[]; providerId: string | undefined; account: Account | undefined }

/** Where a person is in the wizard, what has been chosen, and the two questions that are asked on the way. */
export function useWizard({ connectors, providerId, account }: Input) {
  const [initial] = useState(() =>
    account ? draftOf(account, new Date()) : newDraft(connectors, new Date(), providerId),
  )
  const [draft, setDraft] = useState<Draft>(initial)
  const [step, setStep] = useState<StepName>(firstStep(account))
  const [tried, setTried] = useState<StepName | null>(null)
  const verify = useVerifyCredentials()
  const consent = useBeginConsent()

  const connector = connectors.find(({ id }) => id === draft.providerId)
  const state = { draft, connector, account }
  const errors: FieldErrors = tried === step ? errorsOf(step, state) : {}

  const test = () => {
    if (!connector) return
    const asked = draft.credentials
    verify.mutate(
      { provider_id: connector.id, credentials: credentialsFor(draft, connector) },
      // Who typed on while the platform was asked has not been answered yet.
      { onSuccess: (answer) => setDraft((now) => (now.credentials === asked ? withTest(now, answer) : now)) },
    )
  }

  /** Going back is free; going on stops where something is missing, and says so there. */
  const goTo = (target: StepName) => {
    const stop = blockingStep(target, firstStep(account), state)
    // A connection that was not tested yet is no mistake of anybody.
    setTried(stop === "test" && !draft.tested ? null : (stop ?? null))
    setStep(stop ?? target)
    if ((stop ?? target) === "test" && !draft.tested) test()
  }

  /** True when nothing is missing in the step; otherwise its fields say what is. */
  const isComplete = (): boolean => {
    setTried(step)
    return Object.values(errorsOf(step, state)).every((error) => error === undefined)
  }

  /** Leaves for the platform's consent page, once nothing holds us here. */
  const leaveForConsent = (letGo: () => void) => {
    if (!connector || !isComplete()) return
    consent.mutate(
      { provider_id: connector.id, name: draft.name.trim(), choice: choiceFor(draft, connector) },
      {
        onSuccess: ({ url }) => {
          letGo()
          window.location.assign(url)
        },
      },
    )
  }

  return {
    draft,
    setDraft,
    step,
    goTo,
    connector,
    errors,
    isComplete,
    isDirty: draft !== initial,
    testing: { isPending: verify.isPending, error: draft.tested ? null : verify.error, onTest: test },
    leaveForConsent,
    /** Still true while the browser is on its way out. */
    isLeaving: consent.isPending || consent.isSuccess,
    consentError: consent.error,
  }
}
