import type { grantedPermissions } from "../../api/admin/marketplaces/permissions/route"
import { useAnswer } from "../lib/query"

type Permissions = Awaited<ReturnType<typeof grantedPermissions>>

const NONE: Permissions = { see: false, operate: false, configure: false }

/** What the person at the screen may do here; nothing until the API has said so. */
export function useMarketplacePermissions(): Permissions & { isLoading: boolean } {
  const { data, isLoading } = useAnswer<{ permissions: Permissions }>("permissions")
  return { ...NONE, ...data?.permissions, isLoading }
}
