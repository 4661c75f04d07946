import { useStoreChoices } from "../../hooks/use-store-choices"
import type { StoreChoices } from "./store-settings"

/** The store's sales channels and locations, as far as they have been read. */
export function useKnownChoices(): StoreChoices {
  const { data: sales_channels } = useStoreChoices("sales_channels")
  const { data: stock_locations } = useStoreChoices("stock_locations")
  return { sales_channels, stock_locations }
}
