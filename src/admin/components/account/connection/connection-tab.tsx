import type { Account, Connector } from "../../../lib/answers"
import { CourseSection } from "./course-section"
import { NameSection } from "./name-section"
import { NearRealTimeSection } from "./near-real-time-section"
import { RemoveSection } from "./remove-section"
import { RenewSection } from "./renew-section"
import { TestSection } from "./test-section"
import type { ConnectionTest } from "./use-connection-test"
import { WebhooksSection } from "./webhooks-section"

type ConnectionTabProps = {
  account: Account
  /** Undefined when this host no longer configures it. */
  connector: Connector | undefined
  platform: string
  test: ConnectionTest
  isReadOnly: boolean
}

/** Who we are at the platform, whether it still answers us, and how that begins, pauses and ends. */
export function ConnectionTab({ account, connector, platform, test, isReadOnly }: ConnectionTabProps) {
  const isLost = account.state === "needs_reauthorization"
  const isCalled = connector?.capabilities.includes("webhooks") ?? false
  const hasFeed = connector?.capabilities.includes("changes") ?? false
  const renew = connector ? (
    <RenewSection account={account} connector={connector} isReadOnly={isReadOnly} />
  ) : null
  return (
    <div className="flex flex-col gap-y-3">
      {isLost ? renew : null}
      <NameSection account={account} platform={platform} />
      <TestSection test={test} isReadOnly={isReadOnly} />
      {isLost ? null : renew}
      {isCalled && !isLost ? (
        <WebhooksSection account={account} platform={platform} isReadOnly={isReadOnly} />
      ) : null}
      {connector && !isLost && (hasFeed || !isCalled) ? (
        <NearRealTimeSection account={account} connector={connector} isReadOnly={isReadOnly} />
      ) : null}
      {isLost ? null : (
        <CourseSection account={account} platform={platform} isCalled={isCalled} isReadOnly={isReadOnly} />
      )}
      <RemoveSection account={account} isReadOnly={isReadOnly} />
    </div>
  )
}
