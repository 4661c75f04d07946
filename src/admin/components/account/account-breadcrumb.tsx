import { useAccount } from "../../hooks/use-accounts"

/** The account's name, once it is known. */
export function AccountBreadcrumb({ id }: { id: string }) {
  const { data } = useAccount(id)
  return <span>{data?.account.name ?? "…"}</span>
}
