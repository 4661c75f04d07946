import { XMark } from "@medusajs/icons"
import { FocusModal, Heading, IconButton, ProgressTabs, Text, type ProgressStatus } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { stepNames, type StepName } from "./steps"

type Props = { title: string; step: StepName; isOpenTo: (step: StepName) => boolean }

function statusOf(step: StepName, current: StepName): ProgressStatus {
  const distance = stepNames.indexOf(step) - stepNames.indexOf(current)
  if (distance < 0) return "completed"
  return distance === 0 ? "in-progress" : "not-started"
}

/** The wizard's head: a close button with a name, and the steps; where these have no room, the step's number. */
export function WizardHeader({ title, step, isOpenTo }: Props) {
  const { t } = useTranslation("marketplaces")
  return (
    <div className="border-ui-border-base flex items-center gap-x-4 border-b px-4">
      <FocusModal.Close asChild>
        <IconButton size="small" type="button" variant="transparent" aria-label={t("common.close")}>
          <XMark />
        </IconButton>
      </FocusModal.Close>
      <FocusModal.Title asChild>
        <Heading className="sr-only shrink-0 xl:not-sr-only">{title}</Heading>
      </FocusModal.Title>
      <FocusModal.Description className="sr-only">{t("connect.description")}</FocusModal.Description>
      <ProgressTabs.List className="hidden min-w-0 flex-1 border-l lg:flex">
        {stepNames.map((name) => (
          <ProgressTabs.Trigger
            key={name}
            value={name}
            status={statusOf(name, step)}
            disabled={!isOpenTo(name)}
            className="text-ui-fg-subtle disabled:text-ui-fg-subtle"
          >
            {t(`connect.step.${name}`)}
          </ProgressTabs.Trigger>
        ))}
      </ProgressTabs.List>
      <Text size="small" weight="plus" className="py-4 lg:hidden">
        {t("connect.stepOf", {
          number: stepNames.indexOf(step) + 1,
          total: stepNames.length,
          step: t(`connect.step.${step}`),
        })}
      </Text>
    </div>
  )
}
