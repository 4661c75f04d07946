import path from "node:path"

/**
 * The arrows between the folders of src/ run one way:
 *   api, jobs, subscribers → workflows → modules → connector ← providers
 * A folder that is not in the table may import anything but a provider: a host names its providers in
 * its configuration, so that a provider's folder can be removed without breaking a file outside it.
 */
const MAY_IMPORT = {
  connector: [],
  providers: ["connector"],
  modules: ["connector"],
  links: ["connector", "modules"],
  workflows: ["connector", "modules", "links"],
  jobs: ["connector", "modules", "links", "workflows"],
  subscribers: ["connector", "modules", "links", "workflows"],
  policies: [],
  api: ["connector", "modules", "links", "workflows", "policies"],
  admin: ["connector", "api"],
}

/** Folders whose sub-folders are strangers to each other: a provider or a module imports only itself. */
const SEPARATE = new Set(["providers", "modules"])

const place = (relative) => {
  const parts = relative.split(path.sep)
  return parts[0] === "src" ? { layer: parts[1], unit: parts[2] } : { outside: parts[0] }
}

/** The screens' texts are held against the constants of the folders that they are about. */
const isAdminTest = (file) => /^src[\\/]admin[\\/].*(__tests__|\.spec\.ts)/.test(file)

const complaint = (from, to, typesOnly) => {
  if (to.outside !== undefined) {
    return to.outside === "integration-tests" || to.outside === "scripts"
      ? `src/ is what gets published and may not import ${to.outside}/.`
      : undefined
  }
  if (from.layer === to.layer) {
    const strangers = SEPARATE.has(from.layer) && from.unit !== to.unit
    return strangers ? `src/${from.layer}/${from.unit} may not import src/${to.layer}/${to.unit}.` : undefined
  }
  if (to.layer === "providers") {
    return "Nothing in src/ imports a provider by path: the host names providers in its configuration."
  }
  if (from.layer === "admin" && to.layer === "api" && !typesOnly) {
    return "src/admin talks to the API over HTTP: it may import the types of its answers, nothing that runs."
  }
  const allowed = MAY_IMPORT[from.layer]
  return !allowed || allowed.includes(to.layer)
    ? undefined
    : `src/${from.layer} may not import src/${to.layer}: it imports ${allowed.join(", ") || "nothing of ours"}.`
}

export default {
  meta: { type: "problem", schema: [], docs: { description: "Imports follow the architecture's arrows." } },
  create(context) {
    const fromPath = path.relative(context.cwd, context.filename)
    const from = place(fromPath)
    if (from.outside !== undefined) {
      return {}
    }
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== "string" || !source.startsWith(".") || isAdminTest(fromPath)) {
        return
      }
      const target = path.relative(context.cwd, path.resolve(path.dirname(context.filename), source))
      const message = complaint(from, place(target), (node.importKind ?? node.exportKind) === "type")
      if (message) {
        context.report({ node: node.source, message })
      }
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}
