import { stripTypeScriptTypes } from 'node:module'
import { type AnyNode, type Expression, parse } from 'acorn'
import { type TextPosition, textPositionAt } from './problem.ts'

/**
 * Where a value is in the literal that a TypeScript module exports by default: `export default define([{ … }])`.
 *
 * @param path  names and indices from the literal inwards: [0, 'keyPoints', 2, 'point']
 * @returns the position of the last step's name, or of the nearest value around it that is written out; the text's start
 *   where the module does not parse
 */
export function findLiteralPosition(source: string, path: readonly PropertyKey[]): TextPosition {
  try {
    // types become blanks, so that every place stays what it was
    const program = parse(stripTypeScriptTypes(source), { ecmaVersion: 'latest', sourceType: 'module' })
    const declaration = program.body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration
    let node = resolveLiteral(declaration, program.body)
    let at = node?.start ?? 0
    for (const step of path) {
      const next = node && stepInto(node, step)
      if (!next) break
      at = next.at
      node = resolveLiteral(next.value, program.body)
    }
    return textPositionAt(source, at)
  } catch {
    return { line: 1, column: 1 }
  }
}

/** What a call, a name or a parenthesis stands for, where that is written out. */
function resolveLiteral(node: AnyNode | null | undefined, body: readonly AnyNode[]): Expression | undefined {
  if (!node) return undefined
  if (node.type === 'CallExpression') return resolveLiteral(node.arguments[0], body)
  if (node.type === 'ArrayExpression' || node.type === 'ObjectExpression') return node
  if (node.type !== 'Identifier') return undefined
  const declared = body.flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
  return resolveLiteral(declared.find(({ id }) => id.type === 'Identifier' && id.name === node.name)?.init, [])
}

function stepInto(node: Expression, step: PropertyKey): { readonly at: number; readonly value: AnyNode } | undefined {
  if (node.type === 'ArrayExpression') {
    const value = node.elements[Number(step)]
    return value ? { at: value.start, value } : undefined
  }
  if (node.type !== 'ObjectExpression') return undefined
  for (const property of node.properties) {
    if (property.type !== 'Property') continue
    const name =
      property.key.type === 'Identifier'
        ? property.key.name
        : property.key.type === 'Literal'
          ? property.key.value
          : undefined
    if (name === step) return { at: property.start, value: property.value }
  }
  return undefined
}
