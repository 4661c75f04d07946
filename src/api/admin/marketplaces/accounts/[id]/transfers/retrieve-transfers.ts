import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../../modules/marketplace"
import { refusal } from "../../../../../../workflows/refusals/refusal"
import { goodsAndPlaces } from "../../../movements/goods-and-places"
import { serializeTransfer, type TransferRow } from "../../../serializers/transfer"

async function show(container: MedusaContainer, rows: TransferRow[], references: string[]) {
  const known = await goodsAndPlaces(
    container,
    rows.flatMap((row) => [
      { ...row, location_id: row.from_location_id },
      { ...row, location_id: row.to_location_id },
    ]),
  )
  return references.flatMap((reference) => {
    const of = rows.filter((row) => row.reference === reference)
    return of.length ? [serializeTransfer(of, known)] : []
  })
}

/** One transfer of an account. */
export async function retrieveTransfer(container: MedusaContainer, accountId: string, reference: string) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listInboundTransfers(
    { account_id: accountId, reference },
    { order: { listing_key: "ASC", id: "ASC" } },
  )
  const [transfer] = await show(container, rows, [reference])
  return transfer
}

/** A page of an account's transfers, the newest first. @throws RefusalError */
export async function listTransfers(
  container: MedusaContainer,
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [account] = await marketplace.listMarketplaceAccounts({ id: accountId }, { select: ["id"] })
  if (!account) throw refusal("account_unknown", { id: accountId })
  const { references, count } = await marketplace.transferReferences(accountId, { limit, offset })
  const rows = references.length
    ? await marketplace.listInboundTransfers(
        { account_id: accountId, reference: references },
        { order: { listing_key: "ASC", id: "ASC" } },
      )
    : []
  return { transfers: await show(container, rows, references), count, limit, offset }
}
