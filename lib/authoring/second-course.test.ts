import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const lessons = readdirSync('content/lessons')
const exercises = lessons
  .map((lesson) => path.join('content/lessons', lesson, 'exercises'))
  .flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))

/** A name in quotation marks; one that is also an English word only where it is in an address or an id. */
const use = (name: string) =>
  name.includes('-')
    ? new RegExp(`['"\`/]${name}['"\`/#]`)
    : new RegExp(
        `(?:lessons|exercises)/${name}\\b|['"\`]${name}/|(?:slug|lesson|exercise|id)\\W{1,6}['"\`]${name}['"\`]`,
      )

test('nothing in app or lib knows a lesson or an exercise by its name: a second course could be put in its place', () => {
  const names = [...new Set([...lessons, ...exercises])].map((name) => ({ name, pattern: use(name) }))
  const files = ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
  )
  const sources = files
    .filter((file) => /\.(tsx?|js|css)$/.test(file) && !/\.(test|bench)\.tsx?$/.test(file))
    // the engine and strangers' cases for it are about attention
    .filter((file) => !/^lib\/(attention|conformance|learner\/generated)\//.test(file))
    // what tests alone import may use this course's exercises
    .filter((file) => !/\/testing\/|^lib\/sandbox\/everyday\//.test(file))
    .flatMap((file) => {
      const text = withoutComments(readFileSync(file, 'utf8'))
      return names.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${file}: ${name}`)
    })
  expect(sources).toEqual([])
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
