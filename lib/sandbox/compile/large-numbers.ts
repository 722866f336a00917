import type { AnyNode, Program } from 'acorn'
import { children } from './assert-supported-syntax.ts'

/** Larger than 10,000, which is a usual constant (the base of rotary embeddings), and takes little memory as a length. */
const LARGE = 10_001

/**
 * Whether code computes with a large number, so that one call of a built-in function (`new Float64Array(5e6)`,
 * `'x'.repeat(4e7)`) may take much memory. Negative numbers and bounds such as `-1e9`, which lengths can’t be, don’t count.
 */
export function hasLargeNumber(program: Program): boolean {
  const waiting: AnyNode[] = [program]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'UnaryExpression' && node.operator === '-') {
      if (evaluate(node.argument) === undefined) waiting.push(node.argument)
      continue
    }
    const value = evaluate(node)
    if (value !== undefined && value >= LARGE) return true
    if (value === undefined && isUnknownPower(node)) return true
    waiting.push(...children(node))
  }
  return false
}

/** The value of an expression of numbers alone. */
function evaluate(node: AnyNode): number | undefined {
  if (node.type === 'ParenthesizedExpression') return evaluate(node.expression)
  if (node.type === 'Literal')
    return typeof node.value === 'number' || typeof node.value === 'bigint' ? Number(node.value) : undefined
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return undefined
  const [a, b] = [evaluate(node.left), evaluate(node.right)]
  if (a === undefined || b === undefined) return undefined
  switch (node.operator) {
    case '*':
      return a * b
    case '**':
      return a ** b
    case '<<':
      return a << b
    case '+':
      return a + b
    default:
      return undefined
  }
}

/** A power or a shift by a number that isn’t known. Squares and cubes stay small. */
function isUnknownPower(node: AnyNode): boolean {
  if (node.type !== 'BinaryExpression' || (node.operator !== '**' && node.operator !== '<<')) return false
  const exponent = evaluate(node.right)
  return exponent === undefined ? node.operator === '<<' : exponent > (node.operator === '<<' ? 8 : 3)
}
