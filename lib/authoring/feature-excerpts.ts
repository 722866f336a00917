import { readdirSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript6'
import { readSourceSync } from '#lib/course/read-source.ts'

/** How an exercise of the course uses a feature: the piece of its source, and where it is. */
export interface FeatureExcerpt {
  readonly lesson: string
  readonly exercise: string
  /** From the exercise's folder. */
  readonly file: string
  readonly line: number
  readonly source: string
}

/** The folder of an exercise. */
interface ExerciseFolder {
  readonly lesson: string
  readonly exercise: string
}

/** Excerpts longer than this are cut. */
const MAX_EXCERPT_LINES = 16
/** Shorter ones are not informative. */
const MIN_EXCERPT_CHARS = 24

/**
 * For each field of an exercise's definition, the piece of a real exercise that writes it: the shortest that says
 * something. Fields that no exercise uses are absent.
 *
 * @param define  what makes the exercise
 * @param lessons  folder of the lessons
 */
export function findFeatureExcerpts(
  define: 'defineFunction' | 'defineClass',
  lessons: string,
  exercises: readonly ExerciseFolder[],
): ReadonlyMap<string, FeatureExcerpt> {
  const best = new Map<string, FeatureExcerpt>()
  for (const exercise of exercises) {
    const folder = path.join(lessons, exercise.lesson, 'exercises', exercise.exercise)
    const file = parse(path.join(folder, 'exercise.ts'))
    for (const property of findDefinition(file, define)) {
      const name = property.name?.getText() ?? ''
      const source = ts.isShorthandPropertyAssignment(property)
        ? findConstant(folder, name)
        : { file: 'exercise.ts', node: property, from: file }
      if (!source) continue
      const excerpt = { ...exercise, file: source.file, ...cutExcerpt(source.node, source.from) }
      if (isBetter(excerpt, best.get(name))) best.set(name, excerpt)
    }
  }
  return best
}

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readSourceSync(file), ts.ScriptTarget.Latest, true)

function findDefinition(file: ts.SourceFile, define: string): readonly ts.ObjectLiteralElementLike[] {
  const properties: ts.ObjectLiteralElementLike[] = []
  const visitNode = (node: ts.Node): void => {
    const [argument] = ts.isCallExpression(node) && node.expression.getText() === define ? node.arguments : []
    if (argument && ts.isObjectLiteralExpression(argument)) properties.push(...argument.properties)
    ts.forEachChild(node, visitNode)
  }
  visitNode(file)
  return properties
}

/** What a shorthand property stands for: a constant of one of the folder's files. */
function findConstant(folder: string, name: string): { file: string; node: ts.Node; from: ts.SourceFile } | undefined {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.ts') && file !== 'starter.ts' && file !== 'solution.ts',
  )
  for (const file of files) {
    const from = parse(path.join(folder, file))
    for (const node of from.statements)
      if (
        ts.isVariableStatement(node) &&
        node.declarationList.declarations.some((declaration) => declaration.name.getText() === name)
      )
        return { file, node, from }
  }
  return undefined
}

function cutExcerpt(node: ts.Node, from: ts.SourceFile): Pick<FeatureExcerpt, 'line' | 'source'> {
  const start = node.getStart()
  const { line, character } = from.getLineAndCharacterOfPosition(start)
  const lines = from.text
    .slice(start - character, node.getEnd())
    .split('\n')
    .map((text) => (text.slice(0, character).trim() === '' ? text.slice(character) : text))
  const cut = lines.length > MAX_EXCERPT_LINES ? [...lines.slice(0, MAX_EXCERPT_LINES - 1), '  // …'] : lines
  return { line: line + 1, source: cut.join('\n') }
}

/** An excerpt with words in it says more than one that has only names. */
function isBetter({ source }: FeatureExcerpt, than: FeatureExcerpt | undefined): boolean {
  if (!than) return true
  const rank = (text: string) => (/'[^']+'/.test(text) ? 2 : 0) + (text.length >= MIN_EXCERPT_CHARS ? 1 : 0)
  return rank(source) !== rank(than.source) ? rank(source) > rank(than.source) : source.length < than.source.length
}
