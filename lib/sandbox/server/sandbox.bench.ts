import { readFileSync } from 'node:fs'
import { gradeSource, type Open } from '../grade-source.ts'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { loadQuickJs } from './engine.ts'
import { locateExercise } from './locate.ts'
import { QuickJsSandbox } from './quickjs-sandbox.ts'

interface Row {
  readonly name: string
  readonly value: string
  readonly baseline: string
  readonly ratio: string
  readonly aim: string
}

const LESSON = 'causal-mask'
const EXERCISE = 'causal-attention'
const VERDICTS = 150
const ROUNDS = 3

/**
 * Verdicts per second of one core's time, from source to verdict, a new seed and a new source each: in QuickJS, and
 * with the same harness in a fresh V8 context, which is no security boundary. Rounds alternate; the best of each counts.
 */
export async function bench(): Promise<Row[]> {
  const exercise = await locateExercise(LESSON, EXERCISE)
  const source = readFileSync(`content/lessons/${LESSON}/exercises/${EXERCISE}/solution.ts`, 'utf8')
  const sandbox = await QuickJsSandbox.boot(loadQuickJs())
  let seed = 0
  const perSecond = async (open: Open): Promise<number> => {
    const before = process.cpuUsage()
    for (let i = 0; i < VERDICTS; i++) {
      seed++
      const verdict = await gradeSource(exercise, `${source}\n// ${seed}`, seed, open)
      if (verdict.outcome !== 'passed') throw new Error(`the solution of ${EXERCISE} did not pass with seed ${seed}`)
    }
    const { user, system } = process.cpuUsage(before)
    return (VERDICTS * 1e6) / (user + system)
  }
  const inQuickJs: Open = (compiled) => sandbox.open(compiled)
  const inV8: Open = async (compiled) => session(compiled, v8Realm())
  let [quick, v8] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    quick = Math.max(quick, await perSecond(inQuickJs))
    v8 = Math.max(v8, await perSecond(inV8))
  }
  return [
    {
      name: `server verdicts on ${EXERCISE}, per second per core`,
      value: `${quick.toFixed(0)}/s in QuickJS`,
      baseline: `${v8.toFixed(0)}/s in a fresh V8 context`,
      ratio: `${(v8 / quick).toFixed(2)}× the CPU`,
      aim: '≥ 100/s, ≤ 1.5×',
    },
  ]
}
