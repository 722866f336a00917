import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkClasses, type SourceFile } from './check-classes.ts'

const component = (text: string): SourceFile => ({
  path: 'app/card.tsx',
  text: `import styles from './card.module.css'\n${text}`,
})
const sheet = (text: string): SourceFile => ({ path: 'app/card.module.css', text })
const page: SourceFile = { path: 'app/styles/base.css', text: '@media print { .prose > p { margin: 0 } }' }

test('classes that are styled and used give no problem', () => {
  const card = component('const Card = () => <p className={isNew ? styles.new : [styles.card, "prose"].join(" ")} />')
  expect(checkClasses([sheet('.card, .new:hover { color: red }'), page], [card])).toEqual([])
})

test('a class of a module that nothing uses is a problem', () => {
  const card = component('const Card = () => <p className={styles.card} />')
  expect(checkClasses([sheet('.card { color: red } .card .old b { color: red }')], [card])).toEqual([
    'Nothing uses .old of app/card.module.css.',
  ])
})

test('a class that another module composes is used, and has to be there', () => {
  const card = component('const Card = () => <p className={styles.card} />')
  const asked: SourceFile = { path: 'app/ui/asked.module.css', text: '.asked { color: red }' }
  const composing = (name: string) => sheet(`.card { composes: ${name} from "./ui/asked.module.css"; margin: 0 }`)
  expect(checkClasses([composing('asked'), asked], [card])).toEqual([])
  expect(checkClasses([composing('aksed'), asked], [card])).toEqual([
    'app/card.module.css uses .aksed, which isn’t in app/ui/asked.module.css.',
    'Nothing uses .asked of app/ui/asked.module.css.',
  ])
})

test('a class that a module does not have is a problem', () => {
  const card = component('const Card = () => <p className={styles.crad} />')
  expect(checkClasses([sheet('')], [card])).toEqual(['app/card.tsx uses .crad, which isn’t in app/card.module.css.'])
})

test('a module that is not there is a problem', () => {
  expect(checkClasses([], [component('const card = styles.card')])).toEqual([
    'app/card.tsx imports app/card.module.css, which isn’t there.',
  ])
})

test('a class that is computed is a problem, as nobody can tell whether it is there', () => {
  const [problem] = checkClasses([sheet('')], [component('const Card = ({ tone }) => <p className={styles[tone]} />')])
  expect(problem).toContain('styles[tone] doesn’t name its class')
})

test('a global class that nothing uses is a problem, and one that no sheet styles', () => {
  const card: SourceFile = { path: 'app/card.tsx', text: `const Card = () => <p className={on ? 'note' : 'proes'} />` }
  expect(checkClasses([page], [card])).toEqual([
    'Nothing uses .prose of app/styles/base.css.',
    'app/card.tsx uses .note, which no global sheet styles.',
    'app/card.tsx uses .proes, which no global sheet styles.',
  ])
})

test('a short name below a module’s class has to be used, too; CodeMirror’s and KaTeX’s are their own', () => {
  const cell = sheet('.card :global(.zero), .card :global(.cm-line), .card :global(.katex-html) { color: red }')
  expect(checkClasses([cell], [component('const card = styles.card')])).toEqual([
    'Nothing uses .zero of app/card.module.css.',
  ])
  expect(checkClasses([cell], [component(`const card = [styles.card, { className: 'zero' }]`)])).toEqual([])
})

test('what a condition compares with is no class', () => {
  const card = component(`const Card = () => <p className={state === 'done' ? styles.card : undefined} />`)
  expect(checkClasses([sheet('.card { color: red }')], [card])).toEqual([])
})

test('every class of the course is styled and used', () => {
  const read = (pattern: string) =>
    globSync(pattern, { exclude: (file) => /node_modules|generated|exercises|\.(test|bench)\.tsx?$/.test(file) }).map(
      (path): SourceFile => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }),
    )
  const sheets = read('{app,content}/**/*.css')
  expect(sheets.length).toBeGreaterThan(10)
  expect(checkClasses(sheets, read('{app,content}/**/*.{ts,tsx}'))).toEqual([])
})
