import path from 'node:path'
import { readSource } from '#lib/course/read-source.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import { listAnswers } from './lesson-files.ts'
import { loadWrongAnswers } from './wrong-answers.ts'

/** How well an exercise judges its own right and wrong answers. */
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
 * Grades an exercise’s right and wrong answers, one after the other.
 *
 * @param folder  the exercise's folder
 */
export async function measureStrength(folder: string, grade: (source: string) => Promise<Verdict>): Promise<Strength> {
  const right: LabeledAnswer[] = []
  for (const name of await listAnswers(folder, 'right')) {
    const verdict = await grade(await readSource(path.join(folder, 'right', name)))
    right.push({ label: `right/${name}`, expectedIds: [], verdict })
  }
  const wrong: LabeledAnswer[] = []
  for (const { name, file, source, expectedIds = [], edited } of await loadWrongAnswers(folder))
    wrong.push({ label: edited ? `#${name}` : file, expectedIds, verdict: await grade(source) })
  const claiming = wrong.filter(({ expectedIds }) => expectedIds.length > 0)
  const passes = ({ verdict }: LabeledAnswer) => verdict.outcome === 'passed'
  const isNamed = ({ expectedIds, verdict }: LabeledAnswer) =>
    verdict.misconceptions.some(({ id }) => expectedIds.includes(id))
  const labels = (list: readonly LabeledAnswer[]) => list.map(({ label }) => label)
  return {
    right: right.length,
    rightThatFail: labels(right.filter((answer) => !passes(answer))),
    wrong: wrong.length,
    wrongThatPass: labels(wrong.filter(passes)),
    named: claiming.length,
    // a mistake of two kinds at once may show one of them only
    misnamed: labels(claiming.filter((answer) => !isNamed(answer) && answer.expectedIds.length === 1)),
  }
}

interface LabeledAnswer {
  /** `right/loops.ts`, `wrong/another-style.ts`, or `#no-scale` for an edit. */
  readonly label: string
  readonly expectedIds: readonly string[]
  readonly verdict: Verdict
}
