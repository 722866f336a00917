import type { AnyNode, Node, Program } from 'acorn'
import type { SourcePosition } from '#lib/grading/script.ts'
import { CompileError } from './compile-error.ts'
import { maskSource } from './mask-source.ts'
import { findMisleadingCharacter } from './misleading-characters.ts'
import { positionAt } from './position.ts'
import { RESERVED } from './reserved.ts'
import { findUnsupportedSyntax } from './unsupported-syntax.ts'

/**
 * Refuses line and paragraph separators outside strings: JavaScript ends a line (and a comment) at one, but no editor
 * shows it.
 *
 * @throws CompileError
 */
export function refuseSeparators(source: string): void {
  if (!/[\u2028\u2029]/.test(source)) return
  const inCode = maskSource(source).search(/[\u2028\u2029]/)
  if (inCode >= 0) throw findMisleadingCharacter(source, source, inCode) ?? new CompileError(SEPARATOR)
}
const SEPARATOR = 'There is a line separator (U+2028) here. Delete it.'

/**
 * Refuses `<!--` in code: it begins a comment in a script but not in a module. In a comment, a string or a regular
 * expression it is harmless. (`-->` at the beginning of a line doesn’t parse in a module.)
 *
 * @param js the source without types
 * @throws CompileError
 */
export function refuseHtmlComments(js: string, back: (offset: number) => SourcePosition): void {
  if (!js.includes('<!--')) return
  const at = maskSource(js).indexOf('<!--')
  if (at >= 0)
    throw new CompileError('`<!--` begins an HTML comment in a script. Put a space between `<` and `!`.', back(at))
}

/**
 * Refuses namespaces, which removing the types drops without a word.
 *
 * @throws CompileError
 */
export function rejectNamespaces(source: string, js: string): void {
  const NAMESPACE = /\b(namespace|module)\s+[\w$.'"]+\s*\{/g
  const [first] = source.matchAll(NAMESPACE)
  if (first && [...js.matchAll(NAMESPACE)].length < [...source.matchAll(NAMESPACE)].length)
    throw new CompileError(
      'Namespaces are not supported. Use plain functions and objects.',
      positionAt(source, first.index),
    )
}

/**
 * Refuses `export =` and `import x = require(…)`, because removing the types would leave references to undefined names.
 *
 * @throws CompileError
 */
export function refuseModuleAssignments(source: string): void {
  if (!/\bexport\s*=|\brequire\b/.test(source)) return
  const mask = maskSource(source)
  const at = mask.search(/\bexport\s*=|\bimport\s+[\w$]+\s*=\s*require\b/)
  const error = at < 0 ? undefined : findUnsupportedSyntax(source, mask, at)
  if (error) throw error
}

/**
 * Refuses what an answer may not do: import, evaluate text as code, wait outside of a function, use reserved names.
 *
 * @throws CompileError
 */
export function assertSupportedSyntax(program: Program, back: (offset: number) => SourcePosition): void {
  visit(program, false)

  function visit(node: AnyNode, inFunction: boolean): void {
    const reason = findReason(node, inFunction)
    if (reason) throw new CompileError(reason, back(node.start))
    const inside = inFunction || FUNCTIONS.has(node.type)
    for (const child of children(node)) visit(child, inside)
  }
}

function findReason(node: AnyNode, inFunction: boolean): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return NO_IMPORTS
    case 'ExportAllDeclaration':
      return 'Your code must be a single file: it can’t export from another one.'
    case 'ExportNamedDeclaration':
      return node.source ? 'Your code must be a single file: it can’t export from another one.' : undefined
    case 'ImportExpression':
      return '“import(…)” isn’t allowed: your code can’t load other files.'
    case 'MetaProperty':
      return node.meta.name === 'import' ? '“import.meta” is not available here.' : undefined
    case 'AwaitExpression':
      return inFunction ? undefined : AWAIT
    case 'ForOfStatement':
      return node.await && !inFunction ? AWAIT : undefined
    case 'Identifier':
      if (node.name === 'eval') return '“eval” isn’t allowed: the grader can’t count steps in generated code.'
      return node.name.startsWith(RESERVED)
        ? `Names that begin with ${RESERVED} are reserved. Choose another.`
        : undefined
    default:
      return undefined
  }
}
const NO_IMPORTS =
  'Imports aren’t allowed: your solution must be a single file. Paste what you need from earlier lessons.'
const AWAIT =
  '“await” is outside an async function. Remove it: the grader reads the result as soon as the call returns.'

export const FUNCTIONS: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
])

/** The nodes directly below a node, in no promised order. */
export function children(node: Node): AnyNode[] {
  const below: AnyNode[] = []
  for (const key in node) {
    const value = node[key as keyof Node] as unknown
    if (value === null || typeof value !== 'object') continue
    if (!Array.isArray(value)) {
      if (isNode(value)) below.push(value)
      continue
    }
    for (const item of value) if (isNode(item)) below.push(item)
  }
  return below
}
const isNode = (value: unknown): value is AnyNode => typeof (value as AnyNode | null)?.type === 'string'
