import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { kindOfWriter, type WriterKind } from "../../../modules/marketplace/writers"
import { loadAccount } from "../../account/load-account"
import { refusal } from "../../refusals/refusal"

export type SwitchWriter = {
  accountId: string
  writer: WriterKind
  on: boolean
  /** What becomes of what is owed already, when it is switched on. */
  owed: "send" | "withdraw"
  actorId: string
}

/** Switches the writer with its history; what is not to be sent any more is withdrawn in the same transaction. */
export const switchWriterStep = createStep(
  "switch-marketplace-writer",
  async ({ accountId, writer, on, owed, actorId }: SwitchWriter, { container }) => {
    const { marketplace, connector, row } = await loadAccount(container, accountId)
    if (on && !connector[writer]) {
      throw refusal("takes_no_writes", { platform: connector.describe().name })
    }
    const kind = kindOfWriter[writer]
    await marketplace.inTransaction(async (shared) => {
      const by = { actor: "person" as const, actorId }
      const withdrawn =
        on && owed === "withdraw"
          ? await marketplace.withdrawDispatches(
              { accountId: row.id, kind },
              by,
              { reason: "writer_on" },
              false,
              shared,
            )
          : []
      const details = withdrawn.length ? { withdrawn: withdrawn.length } : {}
      await marketplace.switchWriter({ accountId: row.id, writer, on, personId: actorId }, details, shared)
    })
    return new StepResponse({ account_id: row.id, kind })
  },
)
