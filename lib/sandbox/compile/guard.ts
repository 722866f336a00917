import type { AnyNode, ForOfStatement, Node, Pattern } from 'acorn'
import type MagicString from 'magic-string'
import { quoteCode } from './quote-code.ts'
import { ITEM, ITERABLE, NOTHING } from './reserved.ts'

/**
 * Inserts checks of values that are destructured, spread or looped over. Engines check them too, but QuickJS places such
 * an error at whatever ran before, and each engine describes it in its own words.
 */
export interface Guard {
  /** Inserts the checks for a node, but not for the nodes inside it. */
  readonly check: (node: AnyNode) => void
  /**
   * Moves the pattern of `for (const [a] of …)` to the beginning of the loop’s body, where the value can be checked. The
   * body must get a closing brace.
   *
   * @param first code to insert before the pattern
   * @returns whether there was such a pattern
   */
  readonly movePattern: (loop: ForOfStatement, first: string) => boolean
}

/** @param js the code without types that `text` was made from */
export function createGuard(text: MagicString, js: string): Guard {
  const describeValue = (value: Node) => JSON.stringify(quoteCode(js, value) ?? 'This value')
  const describeTarget = (pattern: Node) => {
    const code = quoteCode(js, pattern)
    return JSON.stringify(code ? `The value for ${code}` : 'The value for this pattern')
  }

  function checkIterable(value: AnyNode): void {
    if (ALWAYS_ITERABLE.has(value.type)) return
    text.appendRight(value.start, `${ITERABLE}(${value.start},${describeValue(value)},`)
    text.prependLeft(value.end, ')')
  }
  function checkSpread(elements: readonly (AnyNode | null)[]): void {
    for (const element of elements) if (element?.type === 'SpreadElement') checkIterable(element.argument)
  }
  function checkDestructured(pattern: Pattern, value: AnyNode): void {
    if (pattern.type === 'ArrayPattern') checkIterable(value)
    if (pattern.type !== 'ObjectPattern' || value.type === 'ObjectExpression') return
    text.appendRight(value.start, '((')
    text.prependLeft(value.end, `)??${NOTHING}(${value.start},${describeValue(value)}))`)
  }
  /** Checks the value of a pattern inside a pattern by a default, which stands in for `undefined`. */
  function checkInner(pattern: Pattern): void {
    if (pattern.type === 'ArrayPattern' || pattern.type === 'ObjectPattern')
      text.prependLeft(pattern.end, `=${NOTHING}(${pattern.start},${describeTarget(pattern)})`)
  }

  return {
    check(node) {
      switch (node.type) {
        case 'VariableDeclarator':
          if (node.init) checkDestructured(node.id, node.init)
          return
        case 'AssignmentExpression':
          if (node.operator === '=') checkDestructured(node.left, node.right)
          return
        case 'ArrayPattern':
          for (const element of node.elements) if (element) checkInner(element)
          return
        case 'ObjectPattern':
          for (const property of node.properties) if (property.type === 'Property') checkInner(property.value)
          return
        case 'ArrayExpression':
          checkSpread(node.elements)
          return
        case 'NewExpression':
          // QuickJS would place an error at whatever follows
          if (node.end === node.callee.end) text.appendLeft(node.end, '()')
          checkSpread(node.arguments)
          return
        case 'CallExpression':
          checkSpread(node.arguments)
          return
        case 'ForOfStatement':
          if (!node.await) checkIterable(node.right)
          return
        case 'YieldExpression':
          if (node.delegate && node.argument) checkIterable(node.argument)
      }
    },
    movePattern({ left, body }, first) {
      const isDeclared = left.type === 'VariableDeclaration'
      const pattern = isDeclared ? left.declarations[0]?.id : left
      if (pattern?.type !== 'ArrayPattern' && pattern?.type !== 'ObjectPattern') return false
      const target = `${pattern.start},${describeTarget(pattern)}`
      const value =
        pattern.type === 'ArrayPattern' ? `${ITERABLE}(${target},${ITEM})` : `${ITEM}??${NOTHING}(${target})`
      text.appendLeft(left.start, `const ${ITEM}`)
      text.prependRight(left.start, `{${first}${isDeclared ? '' : '('}`)
      text.appendLeft(left.end, `=${value}${isDeclared ? '' : ')'};`)
      text.move(left.start, left.end, body.start)
      return true
    },
  }
}

const ALWAYS_ITERABLE: ReadonlySet<string> = new Set(['ArrayExpression', 'TemplateLiteral'])
