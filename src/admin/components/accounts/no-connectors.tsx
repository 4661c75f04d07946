import { Code, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** A developer's words, the same in every language. */
const OPTION = "providers"
const EXAMPLE = `plugins: [
  {
    resolve: "medusa-plugin-marketplaces",
    options: {
      providers: [{ resolve: "…", id: "…", options: { … } }],
    },
  },
]`

/** No platform is configured, so nothing can be connected: which option of medusa-config is missing. */
export function NoConnectors() {
  const { t } = useTranslation("marketplaces")
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-6" data-empty="connectors">
      <Heading level="h2">{t("accounts.noConnector.title")}</Heading>
      <Text size="small" className="text-ui-fg-subtle">
        {t("accounts.noConnector.text")} <Code>{OPTION}</Code>
      </Text>
      <pre
        tabIndex={0}
        aria-label={t("accounts.noConnector.example")}
        className="bg-ui-bg-subtle txt-compact-small overflow-x-auto rounded-lg border p-4 font-mono"
      >
        {EXAMPLE}
      </pre>
      <Text size="small" className="text-ui-fg-subtle">
        {t("accounts.noConnector.next")}
      </Text>
    </Container>
  )
}
