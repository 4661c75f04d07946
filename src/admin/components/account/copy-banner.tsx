import { Alert, Button, Text } from "@medusajs/ui"

type CopyBannerProps = {
  title: string
  text: string
  action: string
  /** Left out for who may not switch it. */
  onSwitchOn?: () => void
  isPending: boolean
}

/** This store is a copy of the installation in which writing was switched on: nothing is written from here. */
export function CopyBanner({ title, text, action, onSwitchOn, isPending }: CopyBannerProps) {
  return (
    <div className="px-6 py-4">
      <Alert variant="warning" data-copied>
        <div className="flex flex-col items-start gap-y-3">
          <div>
            <Text size="small" weight="plus">
              {title}
            </Text>
            <Text size="small" className="text-pretty">
              {text}
            </Text>
          </div>
          {onSwitchOn ? (
            <Button size="small" variant="secondary" isLoading={isPending} onClick={onSwitchOn}>
              {action}
            </Button>
          ) : null}
        </div>
      </Alert>
    </div>
  )
}
