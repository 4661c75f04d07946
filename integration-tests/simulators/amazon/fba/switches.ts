/** Behaviour of FBA inventory v1 that differs between accounts or is not documented to the last detail. */
export interface FbaSwitches {
  /** Rows of a page of inventory summaries. @default 50 */
  fbaPageSize: number
  /** Lifetime of a page token of inventory summaries in milliseconds. @default 30000 */
  fbaPageTokenMs: number
  /** Whether the marketplaces of the European Union show one physical stock (Pan-European FBA). @default "separate" */
  fbaPool: "separate" | "pan-eu"
  /** SKUs whose row has no `inventoryDetails`, though details were asked for: the model requires no field of it. @default none */
  fbaRowsWithoutDetails: readonly string[]
}

export const DEFAULT_FBA_SWITCHES: Readonly<FbaSwitches> = {
  fbaPageSize: 50,
  fbaPageTokenMs: 30_000,
  fbaPool: "separate",
  fbaRowsWithoutDetails: [],
}
