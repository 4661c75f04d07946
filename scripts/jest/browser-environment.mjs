import { TestEnvironment } from "jest-environment-node"

/** Node, and a word to the test file at the moment a test fails: its pages are still open then (see support/failures.ts). */
export default class BrowserEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name === "test_fn_failure") {
      await this.global.recordFailure?.(nameOf(test))
    }
  }
}

/** The test's sentence with those of its describe blocks. */
function nameOf(test) {
  const names = []
  for (let block = test; block && block.name !== "ROOT_DESCRIBE_BLOCK"; block = block.parent) {
    names.unshift(block.name)
  }
  return names.join(" ")
}
