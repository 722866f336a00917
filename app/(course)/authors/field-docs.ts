import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentedField, SourceDocs } from '#lib/authoring/source-docs.ts'

const readDocs = (file: string): SourceDocs =>
  new SourceDocs(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'), file)

/** The fields of a lesson’s frontmatter. */
export const readFrontmatterFields = (): readonly DocumentedField[] =>
  readDocs('lib/course/frontmatter.ts').listSchemaFields('FrontmatterSchema')

/** The fields of a card. */
export const readCardFields = (): readonly DocumentedField[] =>
  readDocs('lib/course/card.ts').listSchemaFields('CardSchema')

/** The fields of a function’s misconception. */
export const readMisconceptionFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').listMembers('Misconception')

/** The fields of a rule for the growth of work. */
export const readCostFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').listMembers('CostRule')

/** The fields of a rule for memory. */
export const readMemoryFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').listMembers('MemoryRule')

/** The kinds of arguments other than arrays. */
export const readShapeFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').listMembers('Shape')

/** Methods for drawing random inputs. */
export const readRandomMethods = (): readonly DocumentedField[] =>
  readDocs('lib/grading/random.ts').listMethods('Random')

/** The fields of a number question’s template. */
export const readNumberFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').listMembers('NumberTemplate')
/** The fields of a generated number question. */
export const readQuestionFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').listMembers('NumberQuestion')
