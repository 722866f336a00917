import { argsOf, paramsOf, plain } from './axes.ts'
import type { ChangedResult } from './changed-result.ts'
import { shapeOf } from './compare.ts'
import { costSentence } from './cost.ts'
import type { Judged } from './diagnose.ts'
import { differenceWords } from './difference-words.ts'
import type { Exercise, Misconception } from './exercise.ts'
import type { JudgedCase } from './failing-case.ts'
import { memorySentence } from './memory.ts'
import { problemWords } from './problem-words.ts'
import type { Script } from './script.ts'
import type { Cost, Memory, Problem } from './verdict.ts'

export interface Facts {
  readonly passed: boolean
  readonly problem: Problem | undefined
  readonly misconceptions: readonly Misconception[]
  readonly worst: JudgedCase | undefined
  readonly judged: readonly JudgedCase[]
  readonly cost: Cost | undefined
  readonly memory: Memory | undefined
  /** A step that gave another result when the case ran again. */
  readonly changedResult: ChangedResult | undefined
}

/** What happened, in a line; and, where no misconception says it, the most telling difference in a sentence. */
export function headline(exercise: Exercise, f: Facts): { headline: string; difference?: string } {
  if (f.passed) return { headline: exercise.holds }
  const [misconception] = f.misconceptions
  if (misconception) return { headline: misconception.headline }
  if (f.problem) {
    const { headline: h, sentence } = problemWords(f.problem)
    return { headline: h, difference: sentence }
  }
  if (f.changedResult) {
    return {
      headline: 'Your code gives two results for one input',
      difference: changedResultSentence(f.changedResult),
    }
  }
  if (f.worst?.difference) {
    const { headline: h, sentence } = differenceWords(f.worst.difference, inputShapes(exercise, f.worst.case.script))
    return { headline: h, difference: sentence }
  }
  const changed = f.judged.find((j) => j.result?.changed)
  if (changed)
    return {
      headline: `Right, but your code changes ${changedName(exercise, changed)}`,
      difference: 'The caller still needs its inputs. Work on a copy: `x.slice()`, or `X.map((row) => row.slice())`.',
    }
  if (f.memory && !f.memory.passed)
    return { headline: 'Right, but too much is alive at once', difference: memorySentence(f.memory) }
  if (f.cost) return { headline: 'Right, but too much work', difference: costSentence(f.cost) }
  return { headline: 'Your code did not finish on a large input' }
}

function changedResultSentence({ step, first, second, owner }: ChangedResult): string {
  const end = second.endsWith('…') ? '' : '.'
  return owner === 'instance'
    ? `${step} gave ${first}, and after the same calls on a new instance ${second}${end} Something outside the instance still holds what an earlier one put there (create it in the constructor), or the code depends on chance or on the time.`
    : `${step} returned ${first}, and when called again ${second}${end} Something outside the function still holds what an earlier call put there (create it inside the function), or the code depends on chance or on the time.`
}

function changedName(exercise: Exercise, j: Judged): string {
  const { changed } = j.result ?? {}
  if (!changed) return 'its inputs'
  return paramsOf(exercise, j.case.script[changed.step])[changed.arg] ?? `argument ${changed.arg + 1} of its call`
}

function inputShapes(exercise: Exercise, script: Script): Record<string, readonly number[]> {
  const [step] = script
  if (!step) return {}
  return Object.fromEntries(paramsOf(exercise, step).map((name, i) => [name, shapeOf(plain(argsOf(step)[i])).shape]))
}
