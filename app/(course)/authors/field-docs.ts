import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentedField, SourceDocs } from '#lib/authoring/source-docs.ts'

const readDocs = (file: string): SourceDocs =>
  new SourceDocs(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'), file)

/** The fields of a lesson’s frontmatter. */
export const frontmatterFields = (): readonly DocumentedField[] =>
  readDocs('lib/course/frontmatter.ts').schemaOf('FrontmatterSchema')

/** The fields of a card. */
export const cardFields = (): readonly DocumentedField[] => readDocs('lib/course/card.ts').schemaOf('CardSchema')

/** The fields of a function’s misconception. */
export const misconceptionFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').membersOf('Misconception')

/** The fields of a rule for the growth of work. */
export const costFields = (): readonly DocumentedField[] => readDocs('lib/grading/exercise.ts').membersOf('CostRule')

/** The fields of a rule for memory. */
export const memoryFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').membersOf('MemoryRule')

/** The kinds of arguments other than arrays. */
export const shapeFields = (): readonly DocumentedField[] => readDocs('lib/grading/exercise.ts').membersOf('Shape')

/** Methods for drawing random inputs. */
export const randomMethods = (): readonly DocumentedField[] => readDocs('lib/grading/random.ts').methodsOf('Random')

/** The fields of a number question’s template. */
export const numberFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').membersOf('NumberTemplate')
/** The fields of a number question that was drawn. */
export const questionFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').membersOf('NumberQuestion')
