import type { Exercise } from './exercise.ts'
import type { ComparedCase } from './find-failing-case.ts'
import type { Outcome } from './script.ts'
import { type ActualValue, UnsupportedValue } from './value.ts'

/**
 * A short name for what a wrong answer gives, the same for all answers that give the same wrong outputs, so that
 * authors can count mistakes that have no misconception yet.
 *
 * It is computed from the inputs that do not depend on the seed. If the answer is right on all of those, it depends on which
 * of the seed-dependent edge cases fail, and how.
 *
 * @returns undefined where no output differs from what was expected
 */
export function computeOutputFingerprint(exercise: Exercise, caseResults: readonly ComparedCase[]): string | undefined {
  if (!caseResults.some((caseResult) => caseResult.failed)) return undefined
  const fixed = caseResults.filter((caseResult) => !caseResult.case.isSeedDependent)
  if (fixed.some((caseResult) => caseResult.difference?.kind === 'too-large'))
    return fingerprint(`${exercise.id} too large`)
  const special = caseResults.filter((caseResult) => caseResult.case.group === 'special')
  const outcomes = fixed.some((caseResult) => caseResult.failed)
    ? fixed.map((caseResult) => (caseResult.result?.steps ?? []).map((s) => formatOutcome(s.outcome)).join(';'))
    : special.flatMap((caseResult) =>
        caseResult.difference ? [`${caseResult.case.label}: ${caseResult.difference.kind}`] : [],
      )
  return fingerprint([exercise.id, ...outcomes].join('\n'))
}

function formatOutcome(o: Outcome): string {
  return o.kind === 'returned' ? formatValue(o.value) : `throws ${o.error}`
}

function formatValue(value: ActualValue): string {
  if (typeof value === 'number') return formatNumber(value)
  if (Array.isArray(value)) return `[${value.map(formatValue).join()}]`
  if (value instanceof UnsupportedValue) return `${value.kind} ${value.name}`
  if (value === null || typeof value !== 'object') return String(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${name}:${formatValue(inner)}`).join()}}`
}

/** Moves the borders of rounding away from the round numbers that worked examples give. */
const OFF_ROUND = 1.000_027_182_8

/** To four digits, since the order of operations and single precision leave their noise after those. */
function formatNumber(x: number): string {
  if (!Number.isFinite(x)) return String(x)
  return Math.abs(x) < 1e-5 ? '0' : (x * OFF_ROUND).toPrecision(4)
}

/** FNV-1a twice, from two offsets: 64 bits, in letters and digits. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((offset) => fnv1a(text, offset).toString(36).padStart(7, '0')).join('')
}

function fnv1a(text: string, offset: number): number {
  let hash = offset
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
