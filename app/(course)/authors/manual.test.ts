import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findFeatureExcerpts } from '#lib/authoring/feature-excerpts.ts'
import { listExerciseLocations } from '#lib/authoring/grade-exercises.ts'
import { LESSON_COMPONENTS } from '#lib/authoring/lesson-components.ts'
import { readCards } from '#lib/course/read-cards.ts'
import { readNumbers } from '#lib/course/read-numbers.ts'
import cards from './card-template.ts'
import { readAllComponentDocs } from './component-docs.ts'
import { FEATURE_WORDS } from './exercise-features.tsx'
import {
  readCardFields,
  readCostFields,
  readFrontmatterFields,
  readMemoryFields,
  readMisconceptionFields,
  readNumberFields,
  readQuestionFields,
  readRandomMethods,
  readShapeFields,
} from './field-docs.ts'
import numbers from './number-template.ts'
import { SAMPLES } from './samples.ts'

const folder = 'app/(course)/authors'

describe('the authors’ manual has', () => {
  test('a sample of every component of the map, and of no other', () => {
    const map = readFileSync('app/_components/mdx/lesson-components.tsx', 'utf8')
    const [, listed = '', bound = ''] = /return {([^}]*)\.\.\.bound/.exec(map) ?? []
    const inBound = /const bound = {([\s\S]*?)\n {2}}\n/.exec(map)?.[1] ?? ''
    const names = [...`${listed}${bound}`.matchAll(/\b([A-Z]\w+),/g), ...inBound.matchAll(/^ {4}([A-Z]\w+)[:,]/gm)]
    const map1 = names.map((name) => name[1]).sort()
    expect(map1.length).toBeGreaterThan(5)
    expect(Object.values(SAMPLES).flat().sort()).toEqual(map1)
    expect(Object.keys(LESSON_COMPONENTS).sort()).toEqual(map1)
    for (const [sample, shown] of Object.entries(SAMPLES)) {
      const source = readFileSync(`${folder}/samples/${sample}.mdx`, 'utf8')
      for (const name of shown) expect(source).toContain(`<${name}`)
    }
  })

  test('what each component is for, from its source', () => {
    for (const componentDoc of readAllComponentDocs()) expect(componentDoc.doc, componentDoc.name).not.toBe('')
    const exercise = readAllComponentDocs().find(({ name }) => name === 'Exercise')
    expect(exercise?.props.map(({ name }) => name)).toEqual(['id', 'children'])
  })

  test('an excerpt of a real exercise for every field of a definition', { timeout: 30_000 }, async () => {
    const locations = (await listExerciseLocations('content/lessons')).map(({ lesson, id }) => ({
      lesson,
      exercise: id,
    }))
    const kinds = (['defineFunction', 'defineClass'] as const).map((kind) =>
      findFeatureExcerpts(kind, 'content/lessons', locations),
    )
    const names = new Set(kinds.flatMap((features) => [...features.keys()]))
    expect([...Object.keys(FEATURE_WORDS)].filter((key) => !names.has(key))).toEqual([])
    expect([...names].filter((name) => !(name in FEATURE_WORDS))).toEqual([])
  })

  test('a sample of every part of a figure', () => {
    const figures = readdirSync(`${folder}/figures`).map((text) => readFileSync(`${folder}/figures/${text}`, 'utf8'))
    const parts = readdirSync('app/_components/figure')
      .filter((text) => text.endsWith('.tsx') && existsSync(`app/_components/figure/${text}`))
      .filter((text) => !['load-boundary.tsx', 'load-failure.tsx', 'matrix-cell.tsx', 'plot-frame.tsx'].includes(text)) // made use of by the others
    for (const part of parts) expect(figures.join('\n'), part).toContain(`'#app/_components/figure/${part}'`)
  })

  test('a template of cards that the checks accept', () => {
    const source = readFileSync(`${folder}/card-template.ts`, 'utf8')
    expect(readCards(cards, 'mean', source, 'cards.ts').problems).toEqual([])
  })

  test('a template of number questions that can be drawn', () => {
    expect(readNumbers(numbers, 'mean', '', 'numbers.ts').problems).toEqual([])
  })

  test('shapes of arguments, what inputs are drawn with, and what number questions hold, each explained or typed', () => {
    expect(readShapeFields().map(({ name }) => name)).toEqual(['int', 'fixed', 'axis', 'fields'])
    for (const documentedField of [...readShapeFields(), ...readRandomMethods()])
      expect(documentedField.doc, documentedField.name).not.toBe('')
    expect(readRandomMethods().map(({ name }) => name)).toContain('matrix')
    expect(readNumberFields().map(({ name }) => name)).toContain('generate')
    expect(readQuestionFields().map(({ name }) => name)).toContain('slips')
  })

  test('fields of frontmatter, cards, misconceptions and rules', () => {
    for (const fields of [
      readFrontmatterFields(),
      readCardFields(),
      readMisconceptionFields(),
      readCostFields(),
      readMemoryFields(),
    ])
      expect(fields.length).toBeGreaterThan(4)
  })
})
