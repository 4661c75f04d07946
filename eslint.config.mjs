import { existsSync } from "node:fs"
import medusaPlugin from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import oneWayArrows from "./eslint-rules/one-way-arrows.mjs"

const medusa = medusaPlugin.default ?? medusaPlugin
const adminProject = "./src/admin/tsconfig.json"
const projects = ["./tsconfig.test.json", ...(existsSync(adminProject) ? [adminProject] : [])]

// The preset also ignores every test, and that for the whole configuration: its rules skip tests here,
// while ours read them too.
const tests = ["**/*.spec.ts", "integration-tests/**"]
const medusaConventions = medusa.configs.recommended
  .filter((block) => Object.keys(block).join() !== "ignores")
  .map((block) => (block.rules ? { ...block, ignores: [...(block.ignores ?? []), ...tests] } : block))

const nodeGlobals = Object.fromEntries(
  ["process", "console", "Buffer", "URL", "URLSearchParams", "fetch", "setTimeout", "clearTimeout"]
    .concat(["setInterval", "clearInterval", "AbortController", "AbortSignal", "module", "require"])
    .map((name) => [name, "readonly"]),
)

export default tseslint.config(
  {
    ignores: [
      "node_modules/**",
      ".medusa/**",
      ".data/**",
      "coverage/**",
      ".artefacts/**",
      "**/migrations/**",
      "**/*.generated.*",
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  // Medusa's own conventions for workflows, steps, routes, jobs, subscribers, links and admin files.
  ...medusaConventions,

  // TypeScript with type information.
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname } },
    plugins: { marketplaces: { rules: { "one-way-arrows": oneWayArrows } } },
    rules: {
      "marketplaces/one-way-arrows": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-ignore": true, "ts-nocheck": true, "ts-expect-error": "allow-with-description" },
      ],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      // A step, a handler or a port's method is async by contract, also when it has nothing to wait for.
      "@typescript-eslint/require-await": "off",
    },
  },

  // MedusaError belongs to Medusa's edge, the routes. Behind it errors are our own closed set, or a bug's.
  {
    files: ["**/*.{ts,js,mjs}"],
    ignores: ["src/api/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },

  // Ids of steps and workflows are global in a host: ours carry "marketplace", file names need not.
  {
    files: ["src/workflows/**"],
    rules: {
      "@medusajs/step-id-kebab-case": "off",
      "@medusajs/workflow-id-matches-export-or-filename": "off",
    },
  },

  // Our module's service also hands out connectors, which live in the same process.
  { files: ["src/modules/**"], rules: { "@medusajs/service-methods-must-be-async": "off" } },

  // Answers of HTTP calls and of the test runner are untyped: tests may look into them.
  {
    files: tests,
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
    },
  },

  // Plain scripts.
  {
    files: ["**/*.{mjs,js}"],
    languageOptions: { globals: nodeGlobals, ecmaVersion: 2023 },
    rules: { "no-undef": "error", "no-unused-vars": "error" },
  },

  // A file of over 300 lines is two files. (Generated files and migrations are ignored above.)
  {
    files: ["**/*.{ts,tsx,mjs,js}"],
    rules: { "max-lines": ["error", { max: 300, skipBlankLines: false, skipComments: false }] },
  },
)
