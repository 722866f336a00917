import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type DocumentedField, SourceDocs } from '#lib/authoring/source-docs.ts'

const docsOf = (file: string): SourceDocs =>
  new SourceDocs(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), file), 'utf8'), file)

/** What may stand at the head of a lesson. */
export const frontmatterFields = (): readonly DocumentedField[] =>
  docsOf('lib/course/frontmatter.ts').schemaOf('FrontmatterSchema')

/** What a card holds. */
export const cardFields = (): readonly DocumentedField[] => docsOf('lib/course/card.ts').schemaOf('CardSchema')

/** What a named mistake of a function is made of. */
export const misconceptionFields = (): readonly DocumentedField[] =>
  docsOf('lib/grading/exercise.ts').membersOf('Misconception')

/** How work may grow. */
export const costFields = (): readonly DocumentedField[] => docsOf('lib/grading/exercise.ts').membersOf('CostRule')

/** What may be alive. */
export const memoryFields = (): readonly DocumentedField[] => docsOf('lib/grading/exercise.ts').membersOf('MemoryRule')
