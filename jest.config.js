/**
 * TEST_TYPE chooses the tier:
 *   unit         no database, no Medusa: rules, connectors, simulators
 *   integration  a temporary PostgreSQL and Medusa: modules, http, scale
 *   browser      the built dashboard in Chromium, with a host and a simulator for each file; skipped without Chromium
 *   contracts    recorded platform contracts against connectors and simulators (npm run check:contracts)
 * Medusa loads its modules with import(), so every tier needs NODE_OPTIONS=--experimental-vm-modules.
 */
const tiers = {
  unit: {
    testMatch: ["<rootDir>/src/**/*.unit.spec.ts", "<rootDir>/integration-tests/simulators/**/*.spec.ts"],
  },
  contracts: {
    testMatch: ["<rootDir>/integration-tests/contracts/**/*.spec.ts"],
    globalSetup: "<rootDir>/scripts/jest/start-postgres.mjs",
    globalTeardown: "<rootDir>/scripts/jest/stop-postgres.mjs",
    testTimeout: 60_000,
  },
  integration: {
    testMatch: ["<rootDir>/integration-tests/**/*.spec.ts"],
    testPathIgnorePatterns: ["/node_modules/", "/integration-tests/(simulators|contracts|browser)/"],
    globalSetup: "<rootDir>/scripts/jest/start-postgres.mjs",
    globalTeardown: "<rootDir>/scripts/jest/stop-postgres.mjs",
    testTimeout: 60_000,
    // Every file has a database of its own, and much of their time is other processes' work.
    maxWorkers: 2,
  },
  browser: {
    testMatch: ["<rootDir>/integration-tests/browser/**/*.spec.ts"],
    globalSetup: "<rootDir>/scripts/jest/prepare-browser.mjs",
    globalTeardown: "<rootDir>/scripts/jest/finish-browser.mjs",
    testEnvironment: "<rootDir>/scripts/jest/browser-environment.mjs",
    testTimeout: 120_000,
    // As above; what a screen shows once a minute is waited for meanwhile.
    maxWorkers: 2,
  },
}

const tier = tiers[process.env.TEST_TYPE]
if (!tier) {
  throw new Error(
    "Set TEST_TYPE to unit, integration, browser or contracts, or use npm run test:unit and its siblings.",
  )
}

/** Nothing is prepared, and nothing fails, where there is no browser. */
async function withoutChromium() {
  const { findChromium, NO_CHROMIUM } = await import("./scripts/lib/chromium.mjs")
  if (process.env.TEST_TYPE !== "browser" || findChromium()) {
    return {}
  }
  process.stderr.write(`${NO_CHROMIUM}\n`)
  return {
    testMatch: ["<rootDir>/no-browser/**"],
    globalSetup: null,
    globalTeardown: null,
    passWithNoTests: true,
  }
}

const shared = {
  testEnvironment: "node",
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: "automatic" } },
          target: "es2021",
        },
      },
    ],
  },
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  // What a third party's connector imports from the installed package.
  moduleNameMapper: { "^medusa-plugin-marketplaces/connector$": "<rootDir>/src/connector/index.ts" },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/.data/"],
}

module.exports = async () => ({ ...shared, ...tier, ...(await withoutChromium()) })
