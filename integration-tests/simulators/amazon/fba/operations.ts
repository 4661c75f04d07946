import { getInventorySummaries } from "./inventory-api"

/** FBA Inventory API v1. */
export const FBA_OPERATIONS = {
  getInventorySummaries: {
    method: "GET",
    path: "/fba/inventory/v1/summaries",
    role: "Amazon Fulfillment",
    limit: { rate: 2, burst: 2 },
    handle: getInventorySummaries,
  },
} as const
