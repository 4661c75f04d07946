import { Button, Hint, Label, Prompt, Select, Textarea } from "@medusajs/ui"
import { useId, useRef, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import { useCount } from "../../hooks/use-count"
import { useFocusReturn } from "../../hooks/use-focus-return"
import {
  leaveOutReasons,
  leftOutOf,
  LONGEST_NOTE,
  missingIn,
  type LeftOut,
  type TypedReason,
} from "./leave-out-reasons"

type RejectDialogProps = {
  /** How many orders are rejected. */
  count: number
  /** The reason, or null when nothing is to happen. */
  onAnswer: (leftOut: LeftOut | null) => void
}

/** Asks why orders are rejected, and says how to get them back. */
export function RejectDialog({ count, onAnswer }: RejectDialogProps) {
  const { t } = useTranslation("marketplaces")
  const countOf = useCount()
  const id = useId()
  const giveFocusBack = useFocusReturn()
  const reasonField = useRef<HTMLButtonElement>(null)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<TypedReason>({ reason: "", note: "" })
  const [isAsked, setAsked] = useState(false)
  const missing = isAsked ? missingIn(typed) : null

  const reject = (event: FormEvent) => {
    event.preventDefault()
    const leftOut = leftOutOf(typed)
    if (leftOut) return onAnswer(leftOut)
    setAsked(true)
    const first = missingIn(typed) === "reason" ? reasonField : noteField
    first.current?.focus()
  }

  return (
    <Prompt open onOpenChange={(open) => (open ? undefined : onAnswer(null))}>
      <Prompt.Content
        className="max-h-[90vh] max-w-[min(440px,calc(100vw-2rem))] overflow-y-auto"
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          reasonField.current?.focus()
        }}
        onCloseAutoFocus={giveFocusBack}
      >
        <form noValidate onSubmit={reject}>
          <Prompt.Header>
            <Prompt.Title>{t("orders.ignore.title", countOf(count))}</Prompt.Title>
            <Prompt.Description>{t("orders.ignore.text", countOf(count))}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-4 px-6 pt-4">
            <div className="flex flex-col gap-y-2">
              <Label htmlFor={`${id}-reason`} size="small" weight="plus">
                {t("orders.ignore.reason")}
              </Label>
              <Select
                value={typed.reason}
                onValueChange={(chosen) =>
                  setTyped({ ...typed, reason: leaveOutReasons.find((reason) => reason === chosen) ?? "" })
                }
              >
                <Select.Trigger
                  ref={reasonField}
                  id={`${id}-reason`}
                  aria-required
                  aria-invalid={missing === "reason" || undefined}
                  aria-describedby={missing === "reason" ? `${id}-missing` : undefined}
                >
                  <Select.Value placeholder={t("orders.ignore.choose")} />
                </Select.Trigger>
                <Select.Content>
                  {leaveOutReasons.map((reason) => (
                    <Select.Item key={reason} value={reason}>
                      {t(`orders.leftOut.reason.${reason}`)}
                    </Select.Item>
                  ))}
                </Select.Content>
              </Select>
              {missing === "reason" ? (
                <Hint id={`${id}-missing`} variant="error">
                  {t("orders.ignore.missing.reason")}
                </Hint>
              ) : null}
            </div>
            <div className="flex flex-col gap-y-2">
              <Label htmlFor={`${id}-note`} size="small" weight="plus">
                {t(typed.reason === "other" ? "orders.ignore.note" : "orders.ignore.noteOptional")}
              </Label>
              <Textarea
                ref={noteField}
                id={`${id}-note`}
                rows={3}
                maxLength={LONGEST_NOTE}
                value={typed.note}
                aria-required={typed.reason === "other"}
                aria-invalid={missing === "note" || undefined}
                aria-describedby={`${id}-note-hint`}
                onChange={({ target }) => setTyped({ ...typed, note: target.value })}
              />
              <Hint id={`${id}-note-hint`} variant={missing === "note" ? "error" : "info"}>
                {missing === "note"
                  ? t("orders.ignore.missing.note")
                  : t("orders.ignore.noteHint", { most: LONGEST_NOTE })}
              </Hint>
            </div>
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("common.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" variant="danger">
              {t("orders.action.ignore")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
