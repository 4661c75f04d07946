import { XMark } from "@medusajs/icons"
import { FocusModal, Heading, IconButton, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFocusReturn } from "../../hooks/use-focus-return"
import { useStartImport, type ImportRequest, type Period } from "../../hooks/use-runs"
import type { Account } from "../../lib/answers"
import { ChooseImport, lastDays } from "./choose-import"
import { PreviewStep } from "./preview-step"
import { RunProgress } from "./run-progress"

type Props = {
  account: Account
  /** The import to show; null = a new one is chosen. */
  runId: string | null
  onRun: (runId: string | null) => void
  onClose: () => void
}

/**
 * Choose → preview → progress and result. The import itself runs on the server: closing the dialog does not stop it, and
 * opening it again shows it.
 */
export function ImportDialog({ account, runId, onRun, onClose }: Props) {
  const { t } = useTranslation("marketplaces")
  // Kept here, so that the way back from the preview leads to the dates that were chosen.
  const [typed, setTyped] = useState(lastDays)
  const [period, setPeriod] = useState<Period | null>(null)
  const onCloseAutoFocus = useFocusReturn()
  const start = useStartImport(account.id)
  const run = (request: ImportRequest) => start.mutate(request, { onSuccess: ({ run_id }) => onRun(run_id) })
  const begin = () => {
    setPeriod(null)
    setTyped(lastDays())
    start.reset()
    onRun(null)
  }

  const content = () => {
    if (runId) return <RunProgress runId={runId} onAnother={begin} onClose={onClose} />
    const starting = { onImport: run, isStarting: start.isPending, error: start.error }
    return period ? (
      <PreviewStep account={account} period={period} onBack={() => setPeriod(null)} {...starting} />
    ) : (
      <ChooseImport account={account} typed={typed} onType={setTyped} onPreview={setPeriod} {...starting} />
    )
  }

  return (
    <FocusModal open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <FocusModal.Content onCloseAutoFocus={onCloseAutoFocus}>
        {/* Medusa's own head closes by a button without a name. */}
        <div className="border-ui-border-base flex items-center border-b px-4 py-2">
          <FocusModal.Close asChild>
            <IconButton size="small" type="button" variant="transparent" aria-label={t("common.close")}>
              <XMark />
            </IconButton>
          </FocusModal.Close>
        </div>
        <FocusModal.Body className="flex flex-col items-center overflow-y-auto px-4 py-10">
          <div className="flex w-full max-w-5xl flex-col gap-y-6">
            <div>
              <FocusModal.Title asChild>
                <Heading>{t("import.title", { account: account.name })}</Heading>
              </FocusModal.Title>
              <FocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {t("import.description")}
                </Text>
              </FocusModal.Description>
            </div>
            {content()}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}
