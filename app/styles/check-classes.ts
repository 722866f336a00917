import path from 'node:path'
import * as ts from 'typescript6'

/** A file of the project: its path from the root, and its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** Classes that a library puts on its own elements. */
const FOREIGN = /^(cm-|katex)/
const CLASS = /\.([a-zA-Z][\w-]*)/g
const GLOBAL = /:global\(([^()]*)\)/g
const COMPOSES = /composes: ([\w ]+) from "([^"]+)"/g

/**
 * Compares the classes that sheets style with those that components use, in both directions.
 *
 * A class of a CSS Module has to be used by a file that imports the module, and what a file takes from a module has to
 * be there. A class of a global sheet, or in `:global(…)`, has to be in some component, and a class that is in a
 * component as plain text has to be styled.
 *
 * @param sheets  all `.css` files of the project
 * @param sources  its `.ts` and `.tsx` files, tests left out
 * @returns one sentence per class that is unused or missing; none if all is well
 */
export function checkClasses(sheets: readonly SourceFile[], sources: readonly SourceFile[]): string[] {
  const modules = new Map<string, ModuleUse>()
  const globals = new Map<string, string>()
  const moduleUses: (ClassUse & { readonly by: string })[] = []
  for (const sheet of sheets) {
    const { local, global, composed } = readClasses(sheet)
    for (const use of composed) moduleUses.push({ ...use, by: sheet.path })
    for (const name of global) globals.set(name, sheet.path)
    if (isModule(sheet.path)) modules.set(sheet.path, { defined: local, used: new Set() })
  }
  const problems: string[] = []
  const plain = new Map<string, string>()
  const words = new Set<string>()
  for (const source of sources) {
    const uses = readUses(source)
    for (const name of uses.names) plain.set(name, source.path)
    for (const word of uses.words) words.add(word)
    for (const access of uses.unnamed)
      problems.push(`${source.path}: ${access} doesn’t name its class. Write one ${'`styles.name`'} per case.`)
    for (const use of uses.taken) moduleUses.push({ ...use, by: source.path })
  }
  for (const { sheet, name, by } of moduleUses) {
    const module = modules.get(sheet)
    if (!module) problems.push(`${by} imports ${sheet}, which isn’t there.`)
    else if (!module.defined.has(name)) problems.push(`${by} uses .${name}, which isn’t in ${sheet}.`)
    else module.used.add(name)
  }
  for (const [sheet, { defined, used }] of modules)
    for (const name of defined) if (!used.has(name)) problems.push(`Nothing uses .${name} of ${sheet}.`)
  for (const [name, sheet] of globals)
    if (!words.has(name) && !FOREIGN.test(name)) problems.push(`Nothing uses .${name} of ${sheet}.`)
  for (const [name, file] of plain)
    if (!globals.has(name)) problems.push(`${file} uses .${name}, which no global sheet styles.`)
  return problems
}

interface ModuleUse {
  readonly defined: ReadonlySet<string>
  readonly used: Set<string>
}

const isModule = (file: string): boolean => file.endsWith('.module.css')

/** A class of a CSS Module that a component or another module takes. */
interface ClassUse {
  readonly sheet: string
  readonly name: string
}

/** The classes in a sheet’s selectors, its own and those of the whole page, and those of other sheets that it composes. */
function readClasses({ path: file, text }: SourceFile) {
  const [local, global] = [new Set<string>(), new Set<string>()]
  const composed = [...text.matchAll(COMPOSES)].flatMap(([, names = '', from = '']): ClassUse[] =>
    names.split(' ').map((name) => ({ sheet: resolveImport(file, from), name })),
  )
  for (const [, prelude = ''] of text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{/g)) {
    if (prelude.trim().startsWith('@')) continue
    const own = isModule(file) ? prelude.replace(GLOBAL, '') : ''
    const page = isModule(file) ? [...prelude.matchAll(GLOBAL)].map(([, inner]) => inner).join(' ') : prelude
    for (const [, name = ''] of own.matchAll(CLASS)) local.add(name)
    for (const [, name = ''] of page.matchAll(CLASS)) global.add(name)
  }
  return { local, global, composed }
}

/** What a file takes from CSS Modules, the classes that it writes as plain text, and all words in its strings. */
function readUses({ path: file, text }: SourceFile) {
  const uses: ClassUse[] = []
  const unnamed: string[] = []
  const [names, words] = [new Set<string>(), new Set<string>()]
  const sheets = new Map<string, string>()
  const visit = (node: ts.Node, isClass: boolean): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && isModule(node.moduleSpecifier.text))
      sheets.set(node.importClause?.name?.text ?? '', resolveImport(file, node.moduleSpecifier.text))
    const sheet = isAccess(node) && ts.isIdentifier(node.expression) ? sheets.get(node.expression.text) : undefined
    if (sheet && ts.isPropertyAccessExpression(node)) uses.push({ sheet, name: node.name.text })
    if (sheet && ts.isElementAccessExpression(node)) unnamed.push(node.getText())
    for (const word of isText(node) ? node.text.split(/[^\w-]+/) : []) {
      words.add(word)
      if (isClass && /^[a-z]/i.test(word)) names.add(word)
    }
    ts.forEachChild(node, (child) => visit(child, !isAsked(child) && (isClass || isClassPart(child))))
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX), false)
  return { taken: uses, unnamed, names, words }
}

function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith('#') ? specifier.slice(1) : path.posix.join(path.posix.dirname(file), specifier)
}

const isAccess = (node: ts.Node) => ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)
const isText = (node: ts.Node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)

/** Whether a string only chooses a class: `state === 'done'`, `CLASS[tone ?? 'accent']`. */
const isAsked = ({ parent }: ts.Node): boolean =>
  ts.isElementAccessExpression(parent) ||
  (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText()))

/** Whether an element’s class is made here: `className="…"`, `{ class: … }`, `node.className = …`. */
function isClassPart(node: ts.Node): boolean {
  if (ts.isJsxAttribute(node)) return node.name.getText() === 'className'
  if (ts.isPropertyAssignment(node)) return /^class(Name)?$/.test(node.name.getText())
  if (ts.isPropertyDeclaration(node)) return node.name.getText() === 'elementClass'
  if (ts.isBinaryExpression(node)) return /\.className = /.test(node.getText())
  return ts.isCallExpression(node) && /classList\.add$/.test(node.expression.getText())
}
