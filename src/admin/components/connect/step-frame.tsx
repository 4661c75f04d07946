import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { Account, Connector } from "../../lib/answers"
import type { Draft } from "./draft"
import type { FieldErrors } from "./steps"

/** What a step of the wizard works with. */
export type StepProps = {
  connectors: Connector[]
  /** The chosen platform; only the first step is shown without one. */
  connector: Connector | undefined
  /** The account that a consent page has connected already. */
  account: Account | undefined
  draft: Draft
  onChange: (draft: Draft) => void
  /** What is missing or wrong, once a person has tried to go on. */
  errors: FieldErrors
}

/** A step's heading, what it is about, and its content, in a column that reads well. */
export function StepFrame({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-[720px] flex-col gap-y-8 px-4 py-8 md:py-16">
      <div className="flex flex-col gap-y-1">
        <Heading level="h2">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {text}
        </Text>
      </div>
      {children}
    </div>
  )
}
