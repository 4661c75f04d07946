import ts from "typescript"
import { nodesOf, placeOf, type AdminSources } from "./admin-sources"
import { isOurs } from "./used-keys"

const namesCount = (values: ts.Expression | undefined): boolean =>
  values !== undefined &&
  ts.isObjectLiteralExpression(values) &&
  values.properties.some(({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === "count")

/** Where a number is given to a text of ours as a bare `count`: the dashboard's "ptBR" finds no plural for it (see useCount). */
export const bareCounts = ({ checker, files }: AdminSources): string[] =>
  files.flatMap((file) =>
    [...nodesOf(file)]
      .filter(
        (node) =>
          ts.isCallExpression(node) &&
          ts.isIdentifier(node.expression) &&
          node.expression.text === "t" &&
          namesCount(node.arguments[1]) &&
          isOurs(node, checker),
      )
      .map(placeOf),
  )
