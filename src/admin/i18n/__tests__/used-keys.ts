import ts from "typescript"
import { nodesOf, placeOf, type AdminSources } from "./admin-sources"

/** One place that asks for a text, and every key it may ask for. */
export type Use = {
  /** The key with `*` for each part that is put in. */
  pattern: string
  keys: string[]
  /** False: some part may be any text, and `keys` has `*` there. */
  isKnown: boolean
  place: string
}

/** Stands for a part of a key whose type is just `string`. */
const ANY = "*"
const NAMESPACE = "marketplaces"

/** The texts an expression may be: from its form where that tells more than its type, else from its type. */
function valuesOf(node: ts.Expression, checker: ts.TypeChecker): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    return ts.isAsExpression(node)
      ? fromType(checker.getTypeAtLocation(node), checker)
      : valuesOf(node.expression, checker)
  }
  if (ts.isConditionalExpression(node)) {
    return [...valuesOf(node.whenTrue, checker), ...valuesOf(node.whenFalse, checker)]
  }
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<string[]>(
      (heads, { expression, literal }) =>
        heads.flatMap((head) =>
          valuesOf(expression, checker).map((value) => `${head}${value}${literal.text}`),
        ),
      [node.head.text],
    )
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [...valuesOf(node.left, checker), ...valuesOf(node.right, checker)]
  }
  return fromType(checker.getTypeAtLocation(node), checker)
}

function fromType(type: ts.Type, checker: ts.TypeChecker): string[] {
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) return []
  if (type.isUnion()) return type.types.flatMap((part) => fromType(part, checker))
  if (type.isStringLiteral() || type.isNumberLiteral()) return [String(type.value)]
  const constraint =
    type.flags & ts.TypeFlags.Instantiable ? checker.getBaseConstraintOfType(type) : undefined
  return constraint && constraint !== type ? fromType(constraint, checker) : [ANY]
}

const isNamed = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined && ts.isIdentifier(node) && node.text === name

/** The expression that names a key: `t(here)`, `<Trans i18nKey={here}>`, or a route's label with a namespace. */
function keyIn(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node) && isNamed(node.expression, "t")) return node.arguments[0]
  if (ts.isJsxAttribute(node) && node.name.getText() === "i18nKey") {
    const { initializer } = node
    if (initializer && ts.isStringLiteral(initializer)) return initializer
    return initializer && ts.isJsxExpression(initializer) ? initializer.expression : undefined
  }
  if (ts.isPropertyAssignment(node) && isNamed(node.name, "label")) {
    const translated = node.parent.properties.some((property) => isNamed(property.name, "translationNs"))
    return translated ? node.initializer : undefined
  }
  return undefined
}

/** Whether `t` speaks for our namespace: what comes of `useTranslation()` without it asks the dashboard's own texts. */
export function isOurs(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (!ts.isCallExpression(node)) return true
  const declaration = checker.getSymbolAtLocation(node.expression)?.declarations?.[0]
  const made = declaration && ts.isBindingElement(declaration) ? declaration.parent.parent : undefined
  if (!made || !ts.isVariableDeclaration(made) || !made.initializer) return true
  if (!ts.isCallExpression(made.initializer)) return true
  const [namespace] = made.initializer.arguments
  return namespace !== undefined && ts.isStringLiteral(namespace) && namespace.text === NAMESPACE
}

const patternOf = (node: ts.Expression, keys: string[]): string =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => `${ANY}${literal.text}`)].join("")
    : (keys[0] ?? "")

/** Every place where the screens ask for a text. */
export function usesOfTexts({ checker, files }: AdminSources): Use[] {
  return files.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) => {
      const expression = keyIn(node)
      if (!expression || !isOurs(node, checker)) return []
      const keys = valuesOf(expression, checker)
      const isKnown = !keys.some((key) => key.includes(ANY))
      return [{ pattern: patternOf(expression, keys), keys, isKnown, place: placeOf(node) }]
    }),
  )
}
