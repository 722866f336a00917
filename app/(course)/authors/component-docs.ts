import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LESSON_COMPONENTS } from '#lib/authoring/lesson-components.ts'
import { type DocumentedField, SourceDocs } from '#lib/authoring/source-docs.ts'

/** A component of lessons, as its source explains it. */
export interface ComponentDocs {
  readonly name: string
  readonly doc: string
  readonly props: readonly DocumentedField[]
}

/** The components that a lesson may use, in the order of the checks' list, each as its source explains it. */
export const readAllComponentDocs = (): readonly ComponentDocs[] =>
  Object.keys(LESSON_COMPONENTS).map(readComponentDocs)

function readComponentDocs(name: string): ComponentDocs {
  const { file, component } = findSource(name)
  const docs = new SourceDocs(read(file), file)
  const { required = {}, optional = {} } = LESSON_COMPONENTS[name] ?? {}
  const members = listFields(docs, `${component}Props`)
  const props = [...Object.keys(required), ...Object.keys(optional), 'children'].flatMap((prop): DocumentedField[] => {
    const member = members.find((documentedField) => documentedField.name === prop)
    if (member) return [{ ...member, optional: prop in optional || member.optional }]
    const kind = required[prop] ?? optional[prop]
    return kind ? [{ name: prop, type: KINDS[kind], optional: prop in optional, doc: '' }] : []
  })
  return { name, doc: docs.getDoc(component), props }
}

const KINDS = { text: 'string', number: 'number', nodes: 'ReactNode' } as const

function listFields(docs: SourceDocs, type: string): readonly DocumentedField[] {
  try {
    return docs.listMembers(type)
  } catch {
    return [] // its props are written where it is: the checks' list names them
  }
}

/** Where the component that stands for a name is written: the map binds some to the lesson. */
function findSource(name: string): { readonly file: string; readonly component: string } {
  const map = read('lesson-components.tsx')
  const findFile = (text: string) => new RegExp(`{[^}]*\\b${text}(?:Props)?\\b[^}]*} from './([^']+)'`).exec(map)?.[1]
  const component = findFile(name) ? name : new RegExp(`\\b${name}: .*=> <(\\w+)`).exec(map)?.[1]
  const file = component && findFile(component)
  if (!file) throw new Error(`lesson-components.tsx imports nothing for ${name}`)
  return { file, component }
}

const FOLDER = 'app/_components/mdx'
const read = (file: string): string =>
  readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FOLDER, file), 'utf8')
