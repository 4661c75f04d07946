import { ArrowDownTray, Spinner } from "@medusajs/icons"
import { Button, DropdownMenu, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { useAccounts, useConnectors } from "../../hooks/use-accounts"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import { useOpenRuns } from "../../hooks/use-runs"
import { ImportDialog } from "./import-dialog"

/** One button for each account that brings orders, or one menu for many; `?import=<account>` opens its dialog, `&run=<run>` shows that import. */
export function ImportButtons() {
  const { t } = useTranslation("marketplaces")
  const [search, setSearch] = useSearchParams()
  const { data: accounts } = useAccounts()
  const { data: connectors } = useConnectors()
  const { data: open } = useOpenRuns()
  const { operate } = useMarketplacePermissions()

  const bringing = (accounts?.accounts ?? []).filter((account) =>
    connectors?.connectors.some(
      ({ id, capabilities }) => id === account.provider_id && capabilities.includes("orders"),
    ),
  )
  const chosen = bringing.find(({ id }) => id === search.get("import"))
  const show = (accountId: string | null, runId: string | null = null) =>
    setSearch((now) => {
      const next = new URLSearchParams(now)
      for (const [name, value] of Object.entries({ import: accountId, run: runId })) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      return next
    })
  const openRun = (accountId: string) =>
    open?.runs.find(({ account_id, kind }) => account_id === accountId && kind !== "schedule")?.id ?? null

  if (!operate) return null
  const offered = bringing.map(({ id, name }) => {
    const going = openRun(id)
    const label = t(going ? "import.button.going" : "import.button.start", { account: name })
    return { id, name, label, isGoing: going !== null, onOpen: () => show(id, going) }
  })
  return (
    <>
      {offered.length > MOST_BUTTONS ? (
        <ImportMenu offered={offered} />
      ) : (
        offered.map((one) => <ImportButton key={one.id} {...one} />)
      )}
      {chosen ? (
        <ImportDialog
          key={chosen.id}
          account={chosen}
          runId={search.get("run") ?? openRun(chosen.id)}
          onRun={(runId) => show(chosen.id, runId)}
          onClose={() => show(null)}
        />
      ) : null}
    </>
  )
}

/** More accounts than that share one button. */
const MOST_BUTTONS = 4

type Offered = { id: string; name: string; label: string; isGoing: boolean; onOpen: () => void }

const iconOf = (isGoing: boolean) => (isGoing ? <Spinner className="animate-spin" /> : <ArrowDownTray />)

function ImportButton({ name, label, isGoing, onOpen }: Offered) {
  return (
    <Tooltip content={label}>
      <Button size="small" variant="secondary" aria-label={label} onClick={onOpen}>
        {iconOf(isGoing)}
        <span className="max-w-32 truncate">{name}</span>
      </Button>
    </Tooltip>
  )
}

function ImportMenu({ offered }: { offered: Offered[] }) {
  const { t } = useTranslation("marketplaces")
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary">
          {iconOf(offered.some(({ isGoing }) => isGoing))}
          {t("import.button.menu")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="max-h-96 overflow-y-auto">
        {offered.map(({ id, name, label, isGoing, onOpen }) => (
          <DropdownMenu.Item key={id} aria-label={label} className="gap-x-2" onClick={onOpen}>
            {iconOf(isGoing)}
            {name}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
