import { MedusaError } from "@medusajs/framework/utils"
import { problem, type ConnectorFailure } from "../../connector"

/**
 * The host no longer configures the connector of an account. To routes it is a refusal with a sentence; to a sync it is what a
 * connector's own failure is, so that the account shows the problem.
 */
export class ConnectorMissing extends MedusaError {
  readonly connectorFailure: ConnectorFailure

  constructor(account: { name: string; provider_id: string }) {
    super(
      MedusaError.Types.NOT_ALLOWED,
      `Account "${account.name}" uses the connector "${account.provider_id}", which is not among the plugin's providers. Add it to the configuration and restart`,
    )
    this.connectorFailure = {
      kind: "rejected",
      problem: problem("connector_missing", { connector: account.provider_id }),
    }
  }
}
