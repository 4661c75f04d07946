import { ArrowDownTray } from "@medusajs/icons"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMarkAnswered, usePrivacyFile } from "../../hooks/use-privacy"
import type { PrivacyRecord } from "../../lib/answers"
import { saveFile } from "../../lib/save-file"

/** What a person does with a buyer's question: download the answer, hand it over, and say so. */
export function AnswerButtons({ record }: { record: PrivacyRecord }) {
  const { t } = useTranslation("marketplaces")
  const prompt = usePrompt()
  const file = usePrivacyFile()
  const answered = useMarkAnswered()
  const failed = ({ message }: Error) => toast.error(t("privacy.answer.failed"), { description: message })

  async function mark() {
    const sure = await prompt({
      title: t("privacy.answer.title"),
      description: t("privacy.answer.text"),
      confirmText: t("privacy.answer.done"),
      cancelText: t("common.cancel"),
    })
    if (sure) answered.mutate(record.id, { onError: failed })
  }

  return (
    <div className="flex items-center justify-end gap-x-2">
      <Button
        size="small"
        variant="secondary"
        isLoading={file.isPending}
        onClick={() => file.mutate(record.id, { onSuccess: saveFile, onError: failed })}
      >
        <ArrowDownTray aria-hidden />
        {t("privacy.answer.download")}
      </Button>
      <Button size="small" variant="secondary" isLoading={answered.isPending} onClick={() => void mark()}>
        {t("privacy.answer.done")}
      </Button>
    </div>
  )
}
