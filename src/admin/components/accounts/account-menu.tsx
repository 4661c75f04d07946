import { ArrowPath, ArrowUpRightOnBox, PauseSolid, PlaySolid } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { AccountAction } from "../../hooks/use-account-action"
import { useAskedAccountAction } from "../../hooks/use-asked-account-action"
import { useMarketplacePermissions } from "../../hooks/use-permissions"
import type { Account } from "../../lib/answers"
import { RowMenu, type RowAction } from "../shared/row-menu"
import { courseOf } from "./account-standing"

/** What can be done with an account from the list: open it, read it now, pause it or go on. */
export function AccountMenu({ account }: { account: Account }) {
  const { t } = useTranslation("marketplaces")
  const { operate, configure } = useMarketplacePermissions()
  const navigate = useNavigate()
  const { run } = useAskedAccountAction(account)
  const course = courseOf(account)
  const action = (name: AccountAction, icon: JSX.Element): RowAction => ({
    label: t(`accounts.action.${name}`),
    icon,
    onSelect: () => void run(name),
  })

  const actions: RowAction[] = [
    {
      label: t("accounts.action.open"),
      icon: <ArrowUpRightOnBox />,
      onSelect: () => void navigate(`/marketplaces/${account.id}`),
    },
    ...(operate && account.state === "connected" ? [action("sync", <ArrowPath />)] : []),
    ...(configure && account.state !== "needs_reauthorization"
      ? [action(course, course === "pause" ? <PauseSolid /> : <PlaySolid />)]
      : []),
  ]
  return <RowMenu label={t("accounts.action.menu", { account: account.name })} actions={actions} />
}
