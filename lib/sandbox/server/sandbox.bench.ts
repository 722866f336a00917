import { readFileSync } from 'node:fs'
import { loadExercise } from '#lib/course/load-exercise.ts'
import type { Exercise } from '#lib/grading/exercise.ts'
import { gradeSource, type OpenSession } from '../grade-source.ts'
import { QuickJsSandbox } from '../quickjs/quickjs-sandbox.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { loadQuickJs } from './engine.ts'

const EXERCISES = [
  { lesson: 'causal-mask', id: 'causal-attention', aim: 100 },
  { lesson: 'kv-cache', id: 'kv-cache', aim: 100 },
  { lesson: 'flash-attention', id: 'flash-attention', aim: 30 },
] as const
const VERDICTS = 150
const ROUNDS = 3

/**
 * Verdicts per second of one core's time, from source to verdict, a new seed and a new source each: in QuickJS, and
 * with the same harness in a fresh V8 context, which is no security boundary. Rounds alternate; the best of each counts.
 * Memory is counted in QuickJS wherever the code runs, so what asks for it has no such baseline.
 */
export async function bench() {
  const sandbox = await QuickJsSandbox.boot(loadQuickJs())
  const inQuickJs: OpenSession = (compiled) => sandbox.open(compiled)
  const inV8: OpenSession = async (compiled) => session(compiled, v8Realm())
  const rows = []
  for (const { lesson, id, aim } of EXERCISES) {
    const exercise = await loadExercise(lesson, id)
    const source = readFileSync(`content/lessons/${lesson}/exercises/${id}/solution.ts`, 'utf8')
    const comparable = exercise.memory === undefined
    let [quick, v8] = [0, 0]
    for (let round = 0; round < ROUNDS; round++) {
      quick = Math.max(quick, await perSecond(exercise, source, inQuickJs))
      if (comparable) v8 = Math.max(v8, await perSecond(exercise, source, inV8))
    }
    rows.push({
      name: `server verdicts on ${id}, per second per core`,
      value: `${quick.toFixed(0)}/s in QuickJS`,
      baseline: comparable ? `${v8.toFixed(0)}/s in a fresh V8 context` : 'none: V8 counts no memory',
      ratio: comparable ? `${(v8 / quick).toFixed(2)}× the CPU` : '–',
      aim: `≥ ${aim}/s${comparable ? ', ≤ 1.5×' : ''}`,
    })
  }
  return rows
}

let seed = 0
async function perSecond(exercise: Exercise, source: string, open: OpenSession): Promise<number> {
  const before = process.cpuUsage()
  for (let i = 0; i < VERDICTS; i++) {
    seed++
    const verdict = await gradeSource(exercise, `${source}\n// ${seed}`, seed, open)
    if (verdict.outcome !== 'passed') throw new Error(`the solution of ${exercise.id} did not pass with seed ${seed}`)
  }
  const { user, system } = process.cpuUsage(before)
  return (VERDICTS * 1e6) / (user + system)
}
