import { XMark } from "@medusajs/icons"
import { Drawer, Heading, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** A drawer's head: like Medusa's, but its close button has a name that a screen reader can say. */
export function DrawerHeading({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Drawer.Title asChild>
          <Heading>{title}</Heading>
        </Drawer.Title>
        <Drawer.Description className="text-ui-fg-subtle txt-small">{children}</Drawer.Description>
      </div>
      <Drawer.Close asChild>
        <IconButton size="small" type="button" variant="transparent" aria-label={t("common.close")}>
          <XMark />
        </IconButton>
      </Drawer.Close>
    </div>
  )
}
