import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentedField, SourceDocs } from '#lib/authoring/source-docs.ts'

const readDocs = (file: string): SourceDocs =>
  new SourceDocs(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'), file)

/** What may stand at the head of a lesson. */
export const frontmatterFields = (): readonly DocumentedField[] =>
  readDocs('lib/course/frontmatter.ts').schemaOf('FrontmatterSchema')

/** What a card holds. */
export const cardFields = (): readonly DocumentedField[] => readDocs('lib/course/card.ts').schemaOf('CardSchema')

/** What a named mistake of a function is made of. */
export const misconceptionFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').membersOf('Misconception')

/** How work may grow. */
export const costFields = (): readonly DocumentedField[] => readDocs('lib/grading/exercise.ts').membersOf('CostRule')

/** What may be alive. */
export const memoryFields = (): readonly DocumentedField[] =>
  readDocs('lib/grading/exercise.ts').membersOf('MemoryRule')

/** What an argument may be, besides an array. */
export const shapeFields = (): readonly DocumentedField[] => readDocs('lib/grading/exercise.ts').membersOf('Shape')

/** Methods for drawing random inputs. */
export const randomMethods = (): readonly DocumentedField[] => readDocs('lib/grading/random.ts').methodsOf('Random')

/** What a number question is made of, and what it gives each time it is drawn. */
export const numberFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').membersOf('NumberTemplate')
export const questionFields = (): readonly DocumentedField[] =>
  readDocs('lib/review/number/template.ts').membersOf('NumberQuestion')
