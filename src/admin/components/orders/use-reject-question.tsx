import { useState, type ReactNode } from "react"
import type { LeftOut } from "./leave-out-reasons"
import { RejectDialog } from "./reject-dialog"

type Asked = { count: number; onAnswer: (leftOut: LeftOut | null) => void }

type RejectQuestion = {
  /** Why so many orders are rejected; null when the person thought better of it. */
  ask: (count: number) => Promise<LeftOut | null>
  /** Has to be rendered by who asks. */
  dialog: ReactNode
}

/** The one question before orders are rejected: in the drawer, for many at once, and on Medusa's pages. */
export function useRejectQuestion(): RejectQuestion {
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = (count: number) =>
    new Promise<LeftOut | null>((answer) =>
      setAsked({
        count,
        onAnswer: (leftOut) => {
          setAsked(null)
          answer(leftOut)
        },
      }),
    )
  return {
    ask,
    dialog: asked ? <RejectDialog count={asked.count} onAnswer={asked.onAnswer} /> : null,
  }
}
