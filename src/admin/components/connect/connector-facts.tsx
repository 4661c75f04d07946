import { CheckMini, XMarkMini } from "@medusajs/icons"
import { Heading, Text } from "@medusajs/ui"
import type { ComponentType } from "react"
import { useTranslation } from "react-i18next"
import type { Connector } from "../../lib/answers"

type ListProps = { title: string; sentences: string[]; Icon: ComponentType<{ className?: string }> }

function FactList({ title, sentences, Icon }: ListProps) {
  if (!sentences.length) return null
  return (
    <div className="flex flex-col gap-y-2">
      <Heading level="h3" className="txt-compact-small-plus">
        {title}
      </Heading>
      <ul className="flex flex-col gap-y-1">
        {sentences.map((sentence) => (
          <li key={sentence} className="flex items-start gap-x-2">
            <Icon className="text-ui-fg-muted mt-0.5 shrink-0" aria-hidden />
            <Text size="small" className="text-ui-fg-subtle">
              {sentence}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What comes from a platform and what does not, in its connector's sentences. */
export function ConnectorFacts({ connector }: { connector: Connector }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="grid gap-6 text-left md:grid-cols-2">
      <FactList title={t("connect.facts.brings")} sentences={connector.brings} Icon={CheckMini} />
      <FactList
        title={t("connect.facts.doesNotBring")}
        sentences={connector.does_not_bring}
        Icon={XMarkMini}
      />
    </div>
  )
}
