import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** In place of a page that the signed-in person may not see. */
export function NoPermission() {
  const { t } = useTranslation("marketplaces")
  return (
    <Container className="px-6 py-4">
      <Heading>{t("common.noPermission.title")}</Heading>
      <Text size="small">{t("common.noPermission.text")}</Text>
    </Container>
  )
}
