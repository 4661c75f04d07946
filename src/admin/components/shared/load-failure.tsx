import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What stands in the place of content that could not be loaded: the API's sentence and another try. */
export function LoadFailure({ error, onRetry }: { error: Error; onRetry: () => unknown }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div role="alert" className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
      <ExclamationCircle className="text-ui-fg-subtle" aria-hidden />
      <div>
        <Text size="small" weight="plus">
          {t("common.failed.title")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {error.message}
        </Text>
      </div>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("common.failed.retry")}
      </Button>
    </div>
  )
}
