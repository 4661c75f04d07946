import { useQuery } from "@tanstack/react-query"
import { sdk } from "../lib/client"
import { personName } from "../lib/person-name"

const FIVE_MINUTES = 300_000

/** Names the store's administrators by their ids; undefined for one who is gone, or whom the reader may not see. */
export function usePersonName(): (id: string | null) => string | undefined {
  const { data } = useQuery({
    queryKey: ["marketplace-people"],
    queryFn: () => sdk.admin.user.list({ limit: 200, fields: "id,first_name,last_name,email" }),
    staleTime: FIVE_MINUTES,
    retry: false,
  })
  return (id) => {
    const user = data?.users.find((one) => one.id === id)
    return user && personName(user)
  }
}
