import path from "node:path"
import ts from "typescript"

export const adminFolder = path.join(__dirname, "..", "..")

export type AdminSources = { checker: ts.TypeChecker; files: readonly ts.SourceFile[] }

/** Everything under src/admin as the compiler sees it, without tests: values of keys are read off their types. */
export function readAdminSources(): AdminSources {
  const configFile = path.join(adminFolder, "tsconfig.json")
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: unknown }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, adminFolder)
  const isTest = (file: string): boolean => file.includes("/__tests__/") || /\.spec\.tsx?$/.test(file)
  const own = fileNames.filter((file) => !isTest(file))
  const program = ts.createProgram(own, options)
  const files = own.map((file) => program.getSourceFile(file)).filter((file) => file !== undefined)
  return { checker: program.getTypeChecker(), files }
}

/** Every node of a file, in reading order. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

export function placeOf(node: ts.Node): string {
  const file = node.getSourceFile()
  const { line } = file.getLineAndCharacterOfPosition(node.getStart())
  return `${path.relative(adminFolder, file.fileName)}:${line + 1}`
}
