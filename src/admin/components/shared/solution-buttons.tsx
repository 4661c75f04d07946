import { Button, Copy } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Problem } from "../../lib/answers"

/** The way to the page where a problem is solved. */
export function WayTo({ to, label }: { to: string; label: string }) {
  return (
    <Button asChild size="small" variant="secondary">
      <Link to={to}>{label}</Link>
    </Button>
  )
}

type CopyProps = { problem: Problem; about: { order: string | null; account: string } }

/** What a developer needs to look into it. Codes, amounts and paths; a problem's details carry no personal data. */
export function CopyForDeveloper({ problem, about }: CopyProps) {
  const { t } = useTranslation("marketplaces")
  const told = { ...about, code: problem.code, ...problem.details }
  return (
    <Copy asChild content={JSON.stringify(told, null, 2)}>
      <Button size="small" variant="secondary">
        {t("orders.solution.copyDetails")}
      </Button>
    </Copy>
  )
}
