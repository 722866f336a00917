import { growth } from './cost.ts'
import type { Exercise, MemoryRule } from './exercise.ts'
import { Random } from './random.ts'
import type { MemoryLook, Session } from './runner.ts'
import type { Script } from './script.ts'
import type { Memory, Problem } from './verdict.ts'

/** What measuring an answer's memory gave: a judgement, or what kept it from its end. */
export type Measured = { readonly memory: Memory } | { readonly problem: Problem | undefined }

/**
 * Measures how many array elements an answer keeps alive at once, and judges how that grows.
 *
 * An answer that seems to hold too much is looked at again. What refers to itself in a circle is dead, and an engine may
 * be slow to notice: so garbage is collected first. And where its growth alone is too steep, a short peak may have been
 * missed at the smaller size: so it is counted more often.
 *
 * @returns undefined when the exercise does not ask for it
 * @throws Error when the session's engine cannot count
 */
export async function measureMemory(exercise: Exercise, seed: number, session: Session): Promise<Measured | undefined> {
  const { memory: rule } = exercise
  if (!rule) return undefined
  if (!session.measureMemory) throw new Error(`${exercise.id} asks for memory, and this engine cannot count it`)
  const random = new Random(seed ^ 0x2545f491)
  const scripts = [
    ...rule.sizes.map((n) => rule.script(n, random)),
    ...(rule.remark ? [rule.remark.script(random)] : []),
  ]
  for (const look of ['quick', 'collected', 'close'] as const) {
    const it = await counted(session.measureMemory, scripts, look)
    if ('problem' in it) return it
    const memory = judgeMemory(rule, it.alive)
    const hopeless = look === 'close' || (look === 'collected' && isFarOff(memory))
    if (memory.passed || hopeless) return { memory }
  }
  return undefined
}

/** Too much at once, or growth that no missed peak explains. */
function isFarOff({ elements, exponent, maxExponent, maxElements = Number.POSITIVE_INFINITY }: Memory): boolean {
  return (elements.at(-1) ?? 0) > maxElements || exponent > maxExponent + STEEP
}
const STEEP = 0.6

async function counted(
  measure: NonNullable<Session['measureMemory']>,
  scripts: readonly Script[],
  look: MemoryLook,
): Promise<{ readonly alive: readonly number[] } | { readonly problem: Problem | undefined }> {
  const { results, problem } = await measure(scripts, look)
  const alive = results.flatMap((r) => (r.alive === undefined ? [] : [r.alive]))
  return alive.length < scripts.length ? { problem } : { alive }
}

/**
 * Judges counts of living elements: their growth between the two largest sizes, and their number at the largest.
 *
 * @param alive  a count for each size of the rule; then that of the remark's input, where the rule has one
 */
export function judgeMemory(rule: MemoryRule, alive: readonly number[]): Memory {
  const { sizes, maxExponent, maxElements, least = 1, enough = least, subject, size, target, remark } = rule
  const elements = alive.slice(0, sizes.length)
  const [n1 = 1, n2 = 2] = sizes.slice(-2)
  const [m1 = least, m2 = least] = elements.slice(-2).map((m) => Math.max(m, least))
  const exponent = Math.log(m2 / m1) / Math.log(n2 / n1)
  const few = m2 <= enough || exponent <= maxExponent
  const passed = few && (maxElements === undefined || m2 <= maxElements)
  const more = remark && (alive[sizes.length] ?? 0) > remark.above
  return {
    passed,
    sizes: [...sizes],
    elements,
    exponent,
    maxExponent,
    ...(maxElements !== undefined && { maxElements }),
    subject,
    size,
    target,
    ...(passed && more && { remark: remark.say }),
  }
}

/** “At length 32 your function held up to 2,264 array elements at once, at 64 8,612: that grows with n². …” */
export function memorySentence(memory: Memory): string {
  const [n1 = 0, n2 = 0] = memory.sizes.slice(-2)
  const [m1 = 0, m2 = 0] = memory.elements.slice(-2)
  const grows = memory.exponent > memory.maxExponent || memory.passed
  const verdict = grows
    ? `that ${growth(memory.exponent)}`
    : `more than the ${count(memory.maxElements ?? 0)} that are enough`
  return `At ${memory.size} ${count(n1)} ${memory.subject} held up to ${count(m1)} array elements at once, at ${count(n2)} ${count(m2)}: ${verdict}. ${memory.target}`
}

const count = (n: number): string => n.toLocaleString('en-US')
