import { connectorFailureOf, type ConnectorFailure } from "../../../connector"

/** The failure a call ends in, with its message; anything else fails the test. */
export async function failureOfPromise(
  call: Promise<unknown>,
): Promise<ConnectorFailure & { message: string }> {
  try {
    await call
  } catch (thrown) {
    const failure = connectorFailureOf(thrown)
    if (failure && thrown instanceof Error) return { ...failure, message: thrown.message }
    throw thrown
  }
  throw new Error("The call was expected to fail and did not")
}
