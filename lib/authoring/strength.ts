import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { claimedMisconceptions } from './check-exercise.ts'

/** How well an exercise judges the answers that lie beside it. */
export interface Strength {
  readonly right: number
  /** Right answers that are turned away. */
  readonly rightThatFail: readonly string[]
  readonly wrong: number
  /** Wrong answers that pass. */
  readonly wrongThatPass: readonly string[]
  /** Of the wrong ones, those that are of a misconception. */
  readonly named: number
  /** Of those, the ones that the verdict calls by another name, or by none. */
  readonly misnamed: readonly string[]
}

/**
 * Grades the right and the wrong answers beside an exercise, one after the other.
 *
 * @param folder  the exercise's folder
 */
export async function strengthOf(folder: string, grade: (source: string) => Promise<Verdict>): Promise<Strength> {
  const right = await judged(folder, 'right', grade)
  const wrong = await judged(folder, 'wrong', grade)
  const claiming = wrong.filter((it) => it.claimed.length > 0)
  const passes = (it: Judged) => it.verdict.outcome === 'passed'
  const isNamed = ({ claimed, verdict }: Judged) => verdict.misconceptions.some(({ id }) => claimed.includes(id))
  const names = (list: readonly Judged[]) => list.map((it) => it.file)
  return {
    right: right.length,
    rightThatFail: names(right.filter((it) => !passes(it))),
    wrong: wrong.length,
    wrongThatPass: names(wrong.filter(passes)),
    named: claiming.length,
    // a mistake of two kinds at once may show one of them only
    misnamed: names(claiming.filter((it) => !isNamed(it) && it.claimed.length === 1)),
  }
}

interface Judged {
  /** From the exercise's folder. */
  readonly file: string
  readonly claimed: readonly string[]
  readonly verdict: Verdict
}

async function judged(
  folder: string,
  kind: 'right' | 'wrong',
  grade: (source: string) => Promise<Verdict>,
): Promise<readonly Judged[]> {
  const files = (await readdir(path.join(folder, kind)).catch(() => [])).filter((it) => it.endsWith('.ts')).sort()
  const list: Judged[] = []
  for (const name of files) {
    const source = await readSource(path.join(folder, kind, name))
    list.push({ file: `${kind}/${name}`, claimed: claimedMisconceptions(source) ?? [], verdict: await grade(source) })
  }
  return list
}
