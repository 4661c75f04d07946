import { Container, Heading, Text } from "@medusajs/ui"
import { useId, type ReactNode } from "react"

type SectionProps = { title: string; help?: string; actions?: ReactNode; children?: ReactNode }

/** A part of a tab: a heading, perhaps a sentence, and its rows. */
export function Section({ title, help, actions, children }: SectionProps) {
  const id = useId()
  return (
    <Container className="divide-y p-0" role="region" aria-labelledby={id}>
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4 md:flex-nowrap">
        <div className="min-w-0">
          <Heading level="h2" id={id}>
            {title}
          </Heading>
          {help ? (
            <Text size="small" className="text-ui-fg-subtle text-pretty">
              {help}
            </Text>
          ) : null}
        </div>
        {actions ? <div className="md:shrink-0">{actions}</div> : null}
      </div>
      {children}
    </Container>
  )
}

/** A fact of a section: its name and what it is. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 items-start gap-x-6 gap-y-2 px-6 py-4">
      <Text size="small" weight="plus" leading="compact" className="text-ui-fg-subtle">
        {name}
      </Text>
      <div className="txt-small text-ui-fg-base min-w-0 break-words">{children}</div>
    </div>
  )
}
