import { existsSync } from 'node:fs'
import path from 'node:path'
import { visit } from 'unist-util-visit'
import { findNearestName } from '#lib/course/nearest.ts'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'
import { readSourceSync } from '#lib/course/read-source.ts'
import { errorAt, type FileDiagnostic, type LessonContext, suggestNearest } from '../lesson-context.ts'
import { isElement } from './element.ts'

/** Code in a lesson: imports of what is not there, and names in braces that nothing gives. */
export function checkCode(page: LessonContext): readonly FileDiagnostic[] {
  const knownNames = new Set([...importedNames(page), 'props'])
  const diagnostics: FileDiagnostic[] = listImports(page).flatMap((statement) => importFault(statement, page))
  const strays = new Map<number, FileDiagnostic>()
  const strayImport = (at: number): FileDiagnostic | undefined => {
    const start = page.mdx.lastIndexOf('\n', at - 1) + 1
    const [, word] = /^[ \t]*(import|export)\b/.exec(page.mdx.slice(start, at)) ?? []
    if (word === undefined) return undefined
    const message = `this ${word} is inside a paragraph, so it is read as text`
    const remark =
      strays.get(start) ?? errorAt(textPositionAt(page.mdx, start), 'import', message, 'Put an empty line before it.')
    strays.set(start, remark)
    return remark
  }
  const names = (code: unknown, at: { readonly start: number; readonly end: number }) => {
    for (const name of listNamesInCode(code)) {
      if (knownNames.has(name)) continue
      const stray = strayImport(at.start)
      if (stray) {
        if (!diagnostics.includes(stray)) diagnostics.push(stray)
        return
      }
      const inside = page.mdx
        .slice(at.start, at.end)
        .search(new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`))
      diagnostics.push(
        errorAt(
          textPositionAt(page.mdx, at.start + Math.max(0, inside)),
          'braces',
          `braces contain code, and there is no “${name}”`,
          'Put a formula between dollar signs ($x_{i}$), not in an attribute; write \\{ and \\} if you mean braces.',
        ),
      )
    }
  }
  visit(page.tree, (node) => {
    const at = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') names(node.data?.estree, at)
    if (!isElement(node)) return
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxExpressionAttribute') names(attribute.data?.estree, at)
      else if (typeof attribute.value === 'object' && attribute.value) names(attribute.value.data?.estree, at)
    }
  })
  return diagnostics
}

interface Import {
  readonly from: string
  /** Exported names that are asked for; `default` among them. */
  readonly names: readonly string[]
  readonly local: readonly string[]
  /** Where the name of the file is in the text. */
  readonly at: number
}

/** Names that the lesson imports or declares itself. */
export const importedNames = (page: LessonContext): readonly string[] => [
  ...listImports(page).flatMap(({ local }) => local),
  ...[...page.mdx.matchAll(/^export (?:const|function|let) (\w+)/gm)].map((match) => match[1] ?? ''),
]

function listImports({ tree }: LessonContext): readonly Import[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'mdxjsEsm') return []
    return (node.data?.estree?.body ?? []).flatMap((statement): Import[] => {
      if (statement.type !== 'ImportDeclaration') return []
      const names = statement.specifiers.flatMap((s) => {
        if (s.type === 'ImportNamespaceSpecifier') return []
        if (s.type === 'ImportDefaultSpecifier') return ['default']
        return [s.imported.type === 'Identifier' ? s.imported.name : String(s.imported.value)]
      })
      const { start } = statement.source as { readonly start?: number }
      return [
        {
          from: String(statement.source.value),
          names,
          local: statement.specifiers.map((s) => s.local.name),
          at: start ?? 0,
        },
      ]
    })
  })
}

function importFault({ from, names, at }: Import, { root, slug, mdx }: LessonContext): FileDiagnostic[] {
  const position = textPositionAt(mdx, at)
  const file = from.startsWith('.')
    ? path.join(root, 'content/lessons', slug, from)
    : /^#(lib|content|app)\//.test(from)
      ? path.join(root, from.slice(1))
      : undefined
  if (file === undefined) return findPackageFault(from, position, root)
  if (mdx.slice(at).split('\n', 1)[0]?.split(/['"]/)[1]?.includes('\\'))
    return [errorAt(position, 'import', 'file names must use /', `Write '${toSlashes(mdx, at)}'.`)]
  const relativePath = path.relative(root, file)
  if (!existsSync(file)) {
    const fix = /\.tsx?$/.test(from)
      ? `Write the file ${relativePath}, or correct its name.`
      : `Write the file name with its extension: ${from}.tsx`
    return [errorAt(position, 'import', `there is no file ${relativePath}`, fix)]
  }
  const text = readSourceSync(file)
  const exported = listExports(text)
  if (/^export \*/m.test(text)) return []
  return names
    .filter((name) => !exported.includes(name))
    .map((name) =>
      errorAt(
        position,
        'import',
        `${relativePath} exports no “${name}”`,
        suggestNearest(findNearestName(name, exported), `It exports ${exported.join(', ') || 'nothing'}.`),
      ),
    )
}

/** The file name that is written at this position, with slashes. */
const toSlashes = (mdx: string, at: number): string =>
  (mdx.slice(at).split('\n', 1)[0]?.split(/['"]/)[1] ?? '').replaceAll(/\\+/g, '/')

/** Finds what is wrong with a package import: lessons run in a browser and can use only installed packages. */
function findPackageFault(from: string, position: TextPosition, root: string): FileDiagnostic[] {
  if (from.startsWith('node:')) {
    const message = `${from} is a Node module, but lessons run in a browser`
    return [errorAt(position, 'import', message, 'Compute it in a file of the lesson, without Node.')]
  }
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  if (existsSync(path.join(root, 'node_modules', name))) return []
  const fix = `Write './${from}' for a file next to the lesson, or install the package.`
  return [errorAt(position, 'import', `there is no package ${name}`, fix)]
}

function listExports(text: string): string[] {
  const declared = [...text.matchAll(/^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm)].map(
    (match) => match[1] ?? '',
  )
  const listed = [...text.matchAll(/^export \{([^}]*)\}/gm)].flatMap((match) =>
    (match[1] ?? '').split(',').map(
      (one) =>
        one
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? '',
    ),
  )
  return [...declared, ...listed, ...(/^export default/m.test(text) ? ['default'] : [])]
}

/** A node of the syntax tree of code in braces. */
interface CodeNode {
  readonly type: string
  readonly [field: string]: unknown
}

/**
 * Names that code uses and does not declare itself, each once.
 *
 * @param code  a program, as the parser of MDX attaches it to what is in braces
 */
function listNamesInCode(code: unknown): readonly string[] {
  const used = new Set<string>()
  const declared = new Set<string>()
  walk(code, used, declared)
  return [...used].filter((name) => !declared.has(name) && !(name in globalThis))
}

function walk(value: unknown, used: Set<string>, declared: Set<string>): void {
  if (Array.isArray(value)) {
    for (const child of value) walk(child, used, declared)
    return
  }
  if (!isNode(value)) return
  if (value.type === 'Identifier') used.add(String(value.name))
  if (value.type === 'JSXIdentifier') return
  const isPlainKey = (field: string) =>
    value.computed === false &&
    ((value.type === 'MemberExpression' && field === 'property') || (value.type === 'Property' && field === 'key'))
  for (const [field, child] of Object.entries(value)) {
    if (isPlainKey(field)) continue
    if (field === 'params' || (value.type === 'VariableDeclarator' && field === 'id')) walk(child, declared, declared)
    else walk(child, used, declared)
  }
}

const isNode = (value: unknown): value is CodeNode => typeof value === 'object' && value !== null && 'type' in value
