import path from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { findExerciseLocation, listExerciseLocations } from '#lib/authoring/grade-exercises.ts'
import { formatJsonLine } from '#lib/authoring/grade-report.ts'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { everydayPrograms } from '#lib/sandbox/everyday/corpus.ts'
import { gradeSource } from '#lib/sandbox/grade-source.ts'
import { QuickJsSandbox } from '#lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '#lib/sandbox/server/engine.ts'
import { InlineText } from './inline-text.tsx'
import { VerdictView } from './verdict-view.tsx'

const sandbox = await QuickJsSandbox.boot(loadQuickJs())
const locations = await listExerciseLocations(path.resolve('content/lessons'))
const programs = everydayPrograms.filter((_, i) => i % 5 === 0)

/** The text of a page as a reader sees it. */
const readText = (html: string): string =>
  html.replace(/<[^>]+>/g, '').replace(/&(?:#x27|quot|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
const ENTITIES: Readonly<Record<string, string>> = {
  '&#x27;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

test.each(programs)('$exercise: $name: the command says what the page shows', async ({ exercise: id, source }) => {
  const exercise = await loadExercise(findExerciseLocation(locations, id).lesson, id)
  const verdict = await gradeSource(exercise, source, 7, (compiled) => sandbox.open(compiled, 60))
  const line = JSON.parse(formatJsonLine({ file: 'answer.ts', verdict, ms: 1 }))
  const html = renderToStaticMarkup(
    <VerdictView
      run={{
        kind: 'graded',
        run: 1,
        verdict: { ...verdict, traces: [], console: { lines: [], dropped: 0 }, ms: 1 },
        serverStatus: { kind: 'confirmed' },
        source,
        previousLog: { runs: 0, hints: 0, passed: false, gaveUp: false },
        sinceFirst: 0,
      }}
      exercise={{ id: 'attention', lesson: 'scaling', codeMistakes: [], next: undefined }}
    />,
  )
  const page = readText(html)
  expect(page).toContain(line.headline)
  expect(page).toContain(readText(renderToStaticMarkup(<InlineText text={line.message} />)))
  const position = /Line (\d+), column (\d+)/.exec(page)
  expect(line.column).toBe(position ? Number(position[2]) : undefined)
  if (position) expect(line.line).toBe(Number(position[1]))
  else if (line.line) expect(page).toContain(`line ${line.line} `)
})
