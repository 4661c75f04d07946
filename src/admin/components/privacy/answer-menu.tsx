import { ArrowDownTray, Check } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useMarkAnswered, usePrivacyFile } from "../../hooks/use-privacy"
import type { PrivacyRecord } from "../../lib/answers"
import { saveFile } from "../../lib/save-file"
import { RowMenu } from "../shared/row-menu"

/** What a person does with a buyer's question: download the answer, hand it over, and say so. */
export function AnswerMenu({ record }: { record: PrivacyRecord }) {
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
    <RowMenu
      label={t("privacy.answer.menu")}
      actions={[
        {
          label: t("privacy.answer.download"),
          icon: <ArrowDownTray />,
          onSelect: () => file.mutate(record.id, { onSuccess: saveFile, onError: failed }),
        },
        { label: t("privacy.answer.done"), icon: <Check />, onSelect: () => void mark() },
      ]}
    />
  )
}
