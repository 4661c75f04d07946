import type { DispatchKind } from "./models/marketplace-dispatch"

/** What an account may write to its platform; each is off until a person switches it on. */
export const writerKinds = ["shipments", "stock"] as const
export type WriterKind = (typeof writerKinds)[number]

/** Which writer sends which kind of dispatch. */
export const writerOf = { shipment: "shipments", stock: "stock" } as const satisfies Record<
  DispatchKind,
  WriterKind
>

/** The kinds of dispatches that a writer sends. */
export const kindOfWriter = { shipments: "shipment", stock: "stock" } as const satisfies Record<
  WriterKind,
  DispatchKind
>

/** Who switched a writer on, when, and in which installation. */
export type Writer = {
  on: true
  by: string
  /** ISO 8601. */
  at: string
  installation: string
  /** The copied installation in which it was told that the writer stays off. */
  told_in?: string
}

/** The column `writers` of an account. */
export type Writers = Partial<Record<WriterKind, Writer>>

/**
 * `copied`: it was switched on in another installation, so this database is a copy (a staging system, a restored backup). Two
 * installations must not write to one seller, so it stays off here until a person switches it on.
 */
export type WriterState = "off" | "on" | "copied"

/** How a writer stands in this installation. */
export function writerState(writers: unknown, writer: WriterKind, installation: string): WriterState {
  const known = (writers as Writers | null)?.[writer]
  if (!known?.on) return "off"
  return known.installation === installation ? "on" : "copied"
}
