/** By which people know an order: the platform's number, where that is not its reference. */
export const numberOf = <Reference extends string | null>({
  number,
  reference,
}: {
  number: string | null
  reference: Reference
}): string | Reference => number ?? reference
