import { Badge, Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Mapping } from "../../lib/answers"
import { useAcceptProposals } from "./use-accept-proposals"
import { nameOfVariant, VariantLine } from "./variant-line"

type Proposal = NonNullable<Mapping["proposal"]>
type ProposalOfferProps = {
  mapping: Mapping
  variant: NonNullable<Proposal["variant"]>
  by: Proposal["by"]
  mayOperate: boolean
}

/** What an unmapped listing probably is, what speaks for it, and the button that says so. */
export function ProposalOffer({ mapping, variant, by, mayOperate }: ProposalOfferProps) {
  const { t } = useTranslation("marketplaces")
  const { accept, isPending } = useAcceptProposals()
  return (
    <span className="flex items-center justify-between gap-x-4 py-1.5" data-proposal={by}>
      <span className="flex min-w-0 flex-col gap-y-1">
        <span className="txt-small text-ui-fg-subtle flex items-center gap-x-2">
          {t("mappings.proposal.probably")}
          <Badge size="2xsmall" color="blue">
            {t(`mappings.proposal.by.${by}`)}
          </Badge>
        </span>
        <VariantLine variant={variant} />
      </span>
      {mayOperate ? (
        // The cell cuts off what stands over its edge: room for the button's border.
        <span className="shrink-0 p-0.5">
          <Button
            size="small"
            variant="secondary"
            isLoading={isPending}
            aria-label={t("mappings.proposal.acceptThis", {
              title: mapping.title,
              variant: nameOfVariant(variant),
            })}
            onClick={() => void accept([mapping.id])}
          >
            {t("mappings.proposal.accept")}
          </Button>
        </span>
      ) : null}
    </span>
  )
}
