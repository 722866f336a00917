import { describeGrowth, type SizedCase } from './cost.ts'
import type { Exercise, MemoryRule } from './exercise.ts'
import { Random } from './random.ts'
import type { HeapSampling, Session } from './runner.ts'
import type { MemoryCount, ScriptResult } from './script.ts'
import type { MemoryUsage, Problem } from './verdict.ts'

/**
 * The outcome of measuring an answer’s memory: a judgment with its inputs and results, or the problem that stopped it.
 */
export type Measured =
  | { readonly memory: MemoryUsage; readonly cases: readonly SizedCase[]; readonly results: readonly ScriptResult[] }
  | { readonly problem: Problem | undefined }

/**
 * Measures how much an answer keeps alive at once, and judges how that grows. The caller must compare the returned
 * results like any others.
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
  const sizes = rule.sizes.map((n) => random.int(Math.ceil(n * 0.9), n))
  const cases = [
    ...sizes.map((size) => sizedCase(exercise, size, `${rule.size} ${count(size)}`, rule.script(size, random))),
    ...(rule.remark ? [sizedCase(exercise, 0, 'a single query', rule.remark.script(random))] : []),
  ]
  let last: Measured | undefined
  for (const sampling of ['fast', 'after-gc', 'dense'] as const) {
    const counted = await countAlive(session.measureMemory, cases, sampling)
    // a closer look takes longer: if it runs out of time, keep the previous one
    if ('problem' in counted) return last ?? counted
    const memory = judgeMemory(rule, sizes, counted.alive)
    last = { memory, cases, results: counted.results }
    if (memory.passed || (sampling === 'after-gc' && isFarOff(memory))) return last
  }
  return last
}

const sizedCase = (exercise: Exercise, size: number, label: string, script: SizedCase['script']): SizedCase => ({
  group: 'special',
  label,
  script,
  tolerance: exercise.tolerance,
  isSeedDependent: true,
  size,
})

/** Too much at once, or growth that no missed peak explains. */
function isFarOff(memory: MemoryUsage): boolean {
  const { elements, exponent, maxExponent, maxElements = Number.POSITIVE_INFINITY } = memory
  return (elements.at(-1) ?? 0) > maxElements || exponent > maxExponent + STEEP
}
const STEEP = 0.35

async function countAlive(
  measure: NonNullable<Session['measureMemory']>,
  cases: readonly SizedCase[],
  sampling: HeapSampling,
): Promise<
  | { readonly alive: readonly MemoryCount[]; readonly results: readonly ScriptResult[] }
  | { readonly problem: Problem | undefined }
> {
  const { results, problem } = await measure(
    cases.map(({ script }) => script),
    sampling,
  )
  const alive = results.flatMap((r) => (r.alive === undefined ? [] : [r.alive]))
  return problem || alive.length < cases.length ? { problem } : { alive, results }
}

/** Bytes that an array element takes in the engine, and bytes that any code may hold in addition. */
const ELEMENT_BYTES = 8
const FREE_BYTES = 2048

/**
 * Judges what was alive: the growth between the two largest sizes, in array elements and in bytes, the number of
 * elements at the largest size, and the bytes at every size.
 *
 * @param sizes the sizes that were chosen
 * @param alive a count for each size, then one for the remark’s input if the rule has a remark
 */
export function judgeMemory(rule: MemoryRule, sizes: readonly number[], alive: readonly MemoryCount[]): MemoryUsage {
  const {
    maxExponent,
    maxElements,
    maxBytes,
    minCounted: least = 1,
    alwaysPassBelow = () => least,
    subject,
    size,
    target,
    remark,
  } = rule
  const counts = alive.slice(0, sizes.length)
  const elements = counts.map((c) => c.elements)
  const bytes = counts.map((c) => c.bytes)
  const largest = sizes.at(-1) ?? 1
  const most = maxElements && Math.ceil(maxElements(largest))
  const ofElements = computeGrowth(sizes, elements, least)
  const ofBytes = computeGrowth(sizes, bytes, Math.max(FREE_BYTES, ELEMENT_BYTES * least))
  const peakElements = Math.max(elements.at(-1) ?? 0, least)
  const areElementsFine =
    (peakElements <= alwaysPassBelow(largest) || ofElements <= maxExponent) &&
    (most === undefined || peakElements <= most)
  const mostBytes = sizes.map((n) => Math.ceil(maxBytes(n)))
  const isOverBytes = bytes.some((peakBytes, i) => peakBytes > (mostBytes[i] ?? 0))
  const areBytesFine = ofBytes <= maxExponent && !isOverBytes
  const passed = areElementsFine && areBytesFine
  const unit = areElementsFine && !areBytesFine ? 'bytes' : 'elements'
  const onRemark = alive[sizes.length]
  // a row in a typed array shows only in bytes
  const hasMore = remark && onRemark && Math.max(onRemark.elements, onRemark.bytes / ELEMENT_BYTES / 2) > remark.above
  return {
    passed,
    sizes: [...sizes],
    elements,
    bytes,
    unit,
    exponent: unit === 'bytes' ? ofBytes : ofElements,
    maxExponent,
    maxBytes: mostBytes,
    ...(most !== undefined && { maxElements: most }),
    subject,
    size,
    target,
    ...(passed && hasMore && { remark: remark.feedback }),
  }
}

/** The exponent between the two largest sizes; counts below `floor` count as that. */
function computeGrowth(sizes: readonly number[], counts: readonly number[], floor: number): number {
  const [n1 = 1, n2 = 2] = sizes.slice(-2)
  const [m1 = floor, m2 = floor] = counts.slice(-2).map((m) => Math.max(m, floor))
  return Math.log(m2 / m1) / Math.log(n2 / n1)
}

/** “At length 32 your function held up to 2,264 array elements at once, at 64 8,612: that grows with n². …” */
export function describeMemory(memory: MemoryUsage): string {
  const { unit = 'elements', elements, bytes = [], maxBytes = [] } = memory
  const over =
    unit === 'bytes' && memory.exponent <= memory.maxExponent ? bytes.findIndex((b, i) => b > (maxBytes[i] ?? 0)) : -1
  if (over >= 0)
    return `At ${memory.size} ${count(memory.sizes[over] ?? 0)} ${memory.subject} held up to ${kilobytes(bytes[over] ?? 0)} at once; ${kilobytes(maxBytes[over] ?? 0)} is enough. ${memory.target}`
  const [n1 = 0, n2 = 0] = memory.sizes.slice(-2)
  const [m1 = 0, m2 = 0] = (unit === 'bytes' ? bytes : elements).slice(-2)
  if (m1 === 0)
    return `At ${memory.size} ${count(n2)} ${memory.subject} held up to ${count(m2)} array elements at once. ${memory.target}`
  const amount = unit === 'bytes' ? [kilobytes(m1), kilobytes(m2)] : [`${count(m1)} array elements`, count(m2)]
  const grows = memory.exponent > memory.maxExponent || memory.passed
  const verdict = grows
    ? `that ${describeGrowth(memory.exponent)}`
    : `more than the ${count(memory.maxElements ?? 0)} that are enough`
  return `At ${memory.size} ${count(n1)} ${memory.subject} held up to ${amount[0]} at once, at ${count(n2)} ${amount[1]}: ${verdict}. ${memory.target}`
}

const kilobytes = (bytes: number): string =>
  `${(bytes / 1024).toLocaleString('en-US', { maximumFractionDigits: bytes < 10_240 ? 1 : 0 })} KB`
const count = (n: number): string => n.toLocaleString('en-US')
