import type { Account, Connector } from "../../../lib/answers"
import { CourseSection } from "./course-section"
import { NameSection } from "./name-section"
import { NearRealTimeSection } from "./near-real-time-section"
import { RemoveSection } from "./remove-section"
import { RenewSection } from "./renew-section"
import { TestSection } from "./test-section"
import type { ConnectionTest } from "./use-connection-test"

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
  const renew = connector ? (
    <RenewSection account={account} connector={connector} isReadOnly={isReadOnly} />
  ) : null
  return (
    <div className="flex flex-col gap-y-3">
      {isLost ? renew : null}
      <NameSection account={account} platform={platform} />
      <TestSection test={test} isReadOnly={isReadOnly} />
      {isLost ? null : renew}
      {connector && !isLost ? (
        <NearRealTimeSection account={account} connector={connector} isReadOnly={isReadOnly} />
      ) : null}
      {isLost ? null : <CourseSection account={account} isReadOnly={isReadOnly} />}
      <RemoveSection account={account} isReadOnly={isReadOnly} />
    </div>
  )
}
