import { listExerciseLocations } from '#lib/authoring/grade-exercises.ts'
import { loadWrongAnswers } from '#lib/authoring/wrong-answers.ts'
import { loadExercise } from '#lib/course/load-exercise.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { gradeWithCounterexample } from '#lib/grading/grade-with-counterexample.ts'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import { type Compiled, compile } from './compile/compile.ts'
import { session } from './session.ts'
import { v8Realm } from './v8-realm.ts'

const FEW = 3
const SOON_MS = 200

/** How small the failing inputs are that wrong answers are shown, and how long it takes to find them, in V8 as in browsers. */
export async function bench() {
  const counterexamples: { readonly small: boolean; readonly ms: number }[] = []
  for (const { lesson, id } of await listExerciseLocations('content/lessons')) {
    const exercise = await loadExercise(lesson, id)
    if (exercise.memory) continue // V8 counts no memory
    for (const { source } of await loadWrongAnswers(`content/lessons/${lesson}/exercises/${id}`)) {
      const compiled = compile(source)
      await look(exercise, compiled) // the first time costs what a page has warmed up before
      const verdict = await look(exercise, compiled)
      if (verdict.counterexample) counterexamples.push({ small: isSmall(verdict.counterexample), ms: verdict.ms })
    }
  }
  const share = (isCounted: (result: (typeof counterexamples)[number]) => boolean) =>
    `${((counterexamples.filter(isCounted).length / counterexamples.length) * 100).toFixed(0)} %`
  const slowest = Math.max(...counterexamples.map(({ ms }) => ms))
  return [
    {
      name: `counterexamples of at most ${FEW} tokens within ${SOON_MS} ms, of ${counterexamples.length} wrong answers`,
      value: share(({ small, ms }) => small && ms <= SOON_MS),
      baseline: `${share(({ small }) => small)} small, ${share(({ ms }) => ms <= SOON_MS)} in time, longest ${slowest.toFixed(0)} ms`,
      ratio: '–',
      aim: '≥ 90 %',
    },
  ]
}

const look = (exercise: Exercise, compiled: Compiled): Promise<BrowserVerdict> =>
  gradeWithCounterexample(exercise, 5, session(compiled, v8Realm()), () => performance.now())

/** At most three tokens, queries and keys; for a class, at most three calls of each method. */
function isSmall({ size, calls }: NonNullable<BrowserVerdict['counterexample']>): boolean {
  const methods = Map.groupBy(calls, ({ code }) => /\.(\w+)\(/.exec(code)?.[1])
  if (calls.length > 0) return [...methods].every(([name, list]) => name === undefined || list.length <= FEW)
  return [...size.matchAll(/(\d+) (?:token|quer|key)/g)].every(([, n]) => Number(n) <= FEW)
}
