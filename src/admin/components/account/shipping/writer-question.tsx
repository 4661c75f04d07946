import { Label, Prompt, RadioGroup } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../../hooks/use-count"
import { useFocusReturn } from "../../../hooks/use-focus-return"
import type { Account } from "../../../lib/answers"

type WriterQuestionProps = {
  account: Account
  platform: string
  open: boolean
  onCancel: () => void
  onAgree: (owed: "send" | "withdraw") => void
}

const ways = ["send", "withdraw"] as const

/** Asked before shipments are sent: what happens to those that wait already, and whether this copy of the store is the real one. */
export function WriterQuestion({ account, platform, open, onCancel, onAgree }: WriterQuestionProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const id = useId()
  const returnFocus = useFocusReturn(open)
  const [owed, setOwed] = useState<(typeof ways)[number]>("send")
  const waiting = account.owed.shipments
  const isCopy = account.writers.shipments.state === "copied"
  return (
    <Prompt open={open} variant="confirmation" onOpenChange={(next) => (next ? undefined : onCancel())}>
      <Prompt.Content onCloseAutoFocus={returnFocus}>
        <Prompt.Header>
          <Prompt.Title>{t("shipping.writer.ask.title", { platform })}</Prompt.Title>
          <Prompt.Description>
            {[
              isCopy ? t("shipping.writer.ask.copied", { platform }) : null,
              waiting ? t("shipping.writer.ask.owed", countOf(waiting)) : null,
            ]
              .filter(Boolean)
              .join(" ")}
          </Prompt.Description>
        </Prompt.Header>
        {waiting ? (
          <RadioGroup
            className="px-6 pt-4"
            aria-label={t("shipping.writer.ask.what")}
            value={owed}
            onValueChange={(value) => setOwed(ways.find((way) => way === value) ?? "send")}
          >
            {ways.map((way) => (
              <div key={way} className="flex items-start gap-x-3">
                <RadioGroup.Item value={way} id={`${id}-${way}`} />
                <Label htmlFor={`${id}-${way}`} size="small" className="cursor-pointer">
                  {t(`shipping.writer.ask.${way}`, { platform })}
                </Label>
              </div>
            ))}
          </RadioGroup>
        ) : null}
        <Prompt.Footer>
          <Prompt.Cancel type="button" onClick={onCancel}>
            {t("common.cancel")}
          </Prompt.Cancel>
          <Prompt.Action type="button" onClick={() => onAgree(owed)}>
            {t("shipping.writer.on")}
          </Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
