import { clx } from "@medusajs/ui"
import { useFormat } from "../../lib/format"

/** A quantity that came (+) or left (−). The sign says it; the colour only helps to see it. */
export function SignedQuantity({ value }: { value: number }) {
  const format = useFormat()
  return (
    <span
      className={clx(
        "tabular-nums",
        value > 0 && "text-ui-tag-green-text",
        value < 0 && "text-ui-tag-red-text",
      )}
    >
      {format.signed(value)}
    </span>
  )
}
