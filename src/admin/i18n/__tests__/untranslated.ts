import ts from "typescript"
import { nodesOf, placeOf, type AdminSources } from "./admin-sources"

/** Attributes whose text people see or hear. */
const ATTRIBUTES = new Set(
  [
    "placeholder",
    "label",
    "title",
    "aria-label",
    "aria-description",
    "alt",
    "children",
    "description",
  ].concat(["tooltip", "content", "heading", "header", "text", "help", "hint", "message", "emptyLabel"]),
)

/** Properties of what is given to toasts, prompts, columns and filters. */
const PROPERTIES = new Set([
  "label",
  "title",
  "description",
  "confirmText",
  "cancelText",
  "header",
  "placeholder",
])

/** Not words: signs between values, and what is written alike in every language. */
const ALLOWED = new Set(["SKU", "EAN", "UPC", "ASIN", "GTIN", "ID"])

const isWords = (text: string): boolean => /\p{L}/u.test(text) && !ALLOWED.has(text.trim())

/** The literal words an expression puts on the screen; calls and names are another's business. */
function wordsIn(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return isWords(node.text) ? [node.text] : []
  if (ts.isTemplateExpression(node)) {
    const literals = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    return [
      ...literals.filter(isWords),
      ...node.templateSpans.flatMap(({ expression }) => wordsIn(expression)),
    ]
  }
  if (ts.isConditionalExpression(node)) return [...wordsIn(node.whenTrue), ...wordsIn(node.whenFalse)]
  if (ts.isBinaryExpression(node)) {
    const isComparison = node.operatorToken.getText().includes("=")
    return isComparison ? [] : [...wordsIn(node.left), ...wordsIn(node.right)]
  }
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return wordsIn(node.expression)
  return ts.isJsxExpression(node) ? wordsIn(node.expression) : []
}

const isToast = (node: ts.CallExpression): boolean => /^toast(\.\w+)?$/.test(node.expression.getText())

function visibleWords(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return isWords(node.text) ? [node.text.trim()] : []
  if (ts.isJsxAttribute(node)) return ATTRIBUTES.has(node.name.getText()) ? wordsIn(node.initializer) : []
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) ? [] : wordsIn(node.expression)
  if (ts.isCallExpression(node)) return isToast(node) ? wordsIn(node.arguments[0]) : []
  if (ts.isPropertyAssignment(node) && PROPERTIES.has(node.name.getText())) {
    const isKey = node.parent.properties.some((property) => property.name?.getText() === "translationNs")
    return isKey ? [] : wordsIn(node.initializer)
  }
  return []
}

/** Words on the screen that no translator sees, with their places. */
export function untranslatedWords({ files }: AdminSources): string[] {
  return files.flatMap((file) =>
    [...nodesOf(file)].flatMap((node) => visibleWords(node).map((words) => `${placeOf(node)}: ${words}`)),
  )
}
