import type { AnyNode, Pattern, Program } from 'acorn'
import type MagicString from 'magic-string'
import { DEFAULT_EXPORT_VAR } from './reserved.ts'

/** Takes the word `export` away: the code becomes the body of a function. */
export function stripExports(text: MagicString, node: AnyNode): void {
  if (node.type === 'ExportNamedDeclaration')
    replace(text, node.start, node.declaration ? node.declaration.start : node.end, '')
  if (node.type !== 'ExportDefaultDeclaration') return
  const declaration = node.declaration
  if ('id' in declaration && declaration.id && declaration.type.endsWith('Declaration'))
    replace(text, node.start, declaration.start, '')
  else {
    replace(text, node.start, declaration.start, `const ${DEFAULT_EXPORT_VAR}=`)
    text.appendLeft(node.end, ';')
  }
}

/** Lines stay where they are, so what goes leaves its line breaks. */
function replace(text: MagicString, start: number, end: number, code: string): void {
  text.overwrite(start, end, code + text.original.slice(start, end).replace(/[^\n]/g, ''))
}

/**
 * The elements of a list `name, value, name, value…`: all that the code exports, then all that it has at its top
 * level. `default` is the default export.
 */
export function listExports(program: Program): string {
  const exported = new Map<string, string>()
  const top = new Map<string, string>()
  for (const node of program.body) {
    for (const name of listDeclaredNames(node)) top.set(name, name)
    if (node.type === 'ExportNamedDeclaration') {
      for (const name of listDeclaredNames(node)) exported.set(name, name)
      for (const s of node.specifiers)
        if (s.local.type === 'Identifier')
          exported.set(s.exported.type === 'Identifier' ? s.exported.name : String(s.exported.value), s.local.name)
    }
    if (node.type === 'ExportDefaultDeclaration')
      exported.set('default', listDeclaredNames(node)[0] ?? DEFAULT_EXPORT_VAR)
  }
  const all = new Map([...top, ...exported])
  return [...all].map(([name, local]) => `${JSON.stringify(name)},${local}`).join()
}

/** The names that a top-level statement declares. */
function listDeclaredNames(node: AnyNode): string[] {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return node.id ? [node.id.name] : []
    case 'VariableDeclaration':
      return node.declarations.flatMap((d) => bound(d.id))
    case 'ExportNamedDeclaration':
      return node.declaration ? listDeclaredNames(node.declaration) : []
    case 'ExportDefaultDeclaration':
      return listDeclaredNames(node.declaration)
    default:
      return []
  }
}

/** The names that a pattern binds. */
function bound(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((p) => bound(p.type === 'RestElement' ? p.argument : p.value))
    case 'ArrayPattern':
      return pattern.elements.flatMap((p) => (p ? bound(p) : []))
    case 'RestElement':
      return bound(pattern.argument)
    case 'AssignmentPattern':
      return bound(pattern.left)
    default:
      return []
  }
}
