import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { textArray } from "../../modules/marketplace/store/sql"
import { repositoryOf } from "../module-repository"
import { plainDocument } from "../../connector"
import type { KnownCustomer } from "./rules/customer-rule"

const COLUMNS = [
  "id",
  "email",
  "has_account",
  "first_name",
  "last_name",
  "company_name",
  "metadata",
  "deleted_at",
] as const

/** By what customers are looked for: any of it. E-mails in lower case, documents without signs. */
export type CustomerTraces = { ids: string[]; emails: string[]; documents: string[] }

/** Ids of the customers with one of these tax documents, whoever wrote them down and how: by one query. */
async function idsByDocument(container: MedusaContainer, documents: string[]): Promise<string[]> {
  if (!documents.length) return []
  const repository = repositoryOf(container.resolve(Modules.CUSTOMER), "customer")
  const rows = await repository.transaction((manager) =>
    manager.execute(
      `SELECT id FROM customer
        WHERE deleted_at IS NULL AND metadata ->> 'document' IS NOT NULL
          AND regexp_replace(replace(upper(metadata ->> 'document'), 'ñ', 'Ñ'), '[^0-9A-ZÑ&]', '', 'g')
            = ANY(?::text[])`,
      [textArray(documents)],
    ),
  )
  return rows.map(({ id }) => String(id))
}

/** The store's customers that have one of these ids, e-mails or tax documents, oldest first; removed ones by their ids. */
export async function findCustomers(
  container: MedusaContainer,
  { ids, emails, documents }: CustomerTraces,
): Promise<KnownCustomer[]> {
  const wanted = [...new Set([...ids, ...(await idsByDocument(container, documents))])]
  const either = [
    ...(wanted.length ? [{ id: wanted }] : []),
    ...(emails.length ? [{ email: [...new Set(emails)] }] : []),
  ]
  if (!either.length) return []
  const found = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { $or: either },
      { select: [...COLUMNS], order: { created_at: "ASC", id: "ASC" }, withDeleted: true },
    )
  return found.map((one): KnownCustomer => {
    const document: unknown = one.metadata?.document
    return {
      id: one.id,
      name: [one.first_name, one.last_name].filter(Boolean).join(" ") || one.company_name || null,
      email: one.email?.toLowerCase() ?? null,
      document: typeof document === "string" ? plainDocument(document) || null : null,
      hasAccount: one.has_account,
      removed: Boolean(one.deleted_at),
    }
  })
}
