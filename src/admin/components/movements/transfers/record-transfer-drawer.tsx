import { toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useConnectors } from "../../../hooks/use-accounts"
import { useCount } from "../../../hooks/use-count"
import { useRecordTransfer } from "../../../hooks/use-movements"
import type { Account, Transfer } from "../../../lib/answers"
import { useFormat } from "../../../lib/format"
import { TypedDrawer } from "../../account/connection/typed-drawer"
import { fieldErrors } from "../../account/form/field-errors"
import { ChoiceField } from "./choice-field"
import { NO_DRAFT, transferOf, type TransferDraft } from "./transfer-draft"
import { TransferFields } from "./transfer-fields"

/** Tells that it is recorded, and what left. */
function useTellRecorded() {
  const { t } = useTranslation("marketplaces")
  const { number } = useFormat()
  const countOf = useCount()
  return ({ reference, lines, from_location }: Transfer) => {
    const units = lines.reduce((sum, line) => sum + line.units, 0)
    toast.success(t("movements.transfer.done", { reference }), {
      description: t("movements.transfer.left", {
        ...countOf(units),
        units: number(units),
        location: from_location.name ?? from_location.id,
      }),
    })
  }
}

type RecordTransferDrawerProps = {
  /** The account that is meant; null: the drawer is closed. What is no account asks for one. */
  accountId: string | null
  accounts: Account[]
  onClose: () => void
  onRecorded: (accountId: string) => void
}

/** Records goods that were sent from an own warehouse to the platform's. */
export function RecordTransferDrawer({
  accountId,
  accounts,
  onClose,
  onRecorded,
}: RecordTransferDrawerProps) {
  const { t } = useTranslation("marketplaces")
  const [draft, setDraft] = useState<TransferDraft>(NO_DRAFT)
  const { mutate, isPending, error, reset } = useRecordTransfer()
  const tellRecorded = useTellRecorded()
  // While the drawer slides out it still shows the account that it was about.
  const asked = useRef(accountId)
  if (accountId) asked.current = accountId
  const account = accounts.find(({ id }) => id === (draft.accountId ?? asked.current))
  const { data: connectors } = useConnectors()
  const platform = connectors?.connectors.find(({ id }) => id === account?.provider_id)?.name ?? ""
  const transfer = account && transferOf(draft, account)
  const refusals = error ? fieldErrors(error.message, {}) : {}

  const change = (values: Partial<TransferDraft>) => {
    setDraft((known) => ({ ...known, ...values }))
    reset()
  }
  const close = () => {
    setDraft(NO_DRAFT)
    reset()
    onClose()
  }
  const submit = () => {
    if (!account || !transfer) return
    mutate(
      { accountId: account.id, transfer },
      {
        onSuccess: (answer) => {
          tellRecorded(answer.transfer)
          setDraft(NO_DRAFT)
          onRecorded(account.id)
        },
      },
    )
  }
  return (
    <TypedDrawer
      title={account ? t("movements.transfer.recordTo", { platform }) : t("movements.transfer.record")}
      help={t("movements.transfer.help")}
      action={t("movements.transfer.save")}
      isOpen={accountId !== null}
      isDirty={draft.reference.trim() !== "" || draft.lines.length > 0}
      isPending={isPending}
      canSubmit={transfer !== undefined}
      error={Object.keys(refusals).length ? null : error}
      onSubmit={submit}
      onClose={close}
    >
      {accounts.length > 1 || !account ? (
        <ChoiceField
          id="transfer-account"
          label={t("movements.transfer.account")}
          placeholder={t("movements.transfer.chooseAccount")}
          choices={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={account?.id}
          // Locations and listings are those of one account.
          onChange={(id) => change({ accountId: id, from: undefined, to: undefined, lines: [] })}
        />
      ) : null}
      {account ? (
        <TransferFields
          account={account}
          platform={platform}
          draft={draft}
          refusals={refusals}
          onChange={change}
        />
      ) : null}
    </TypedDrawer>
  )
}
