import { attentionVariants } from './attention-variants.ts'
import type { Case } from './case.ts'
import { CaseInputs, type Operator } from './case-inputs.ts'
import { exerciseOperators } from './exercise-operators.ts'
import { numericOperators } from './numeric-operators.ts'
import { onnxOperators } from './onnx-operators.ts'
import { type Tensor, toTensor } from './tensor.ts'
import { torchOperators } from './torch-operators.ts'

/** How a case went. */
export interface Judgement {
  readonly id: string
  readonly group: string
  /** Largest |got − want| over all outputs; NaN when nothing could be compared. */
  readonly difference: number
  /** What is wrong, undefined when the case passes. */
  readonly fault: string | undefined
}

const operators = new Map<string, Operator>(
  [onnxOperators, torchOperators, attentionVariants, numericOperators, exerciseOperators].flatMap(Object.entries),
)

/**
 * Runs the engine on a case and compares all outputs.
 *
 * An operator, input or attribute that is not known is a fault, and so is an output that the operator does not give.
 */
export function judge(conformanceCase: Case): Judgement {
  const { id, group } = conformanceCase
  try {
    return { id, group, ...compareOutputs(conformanceCase) }
  } catch (error) {
    return { id, group, difference: Number.NaN, fault: error instanceof Error ? error.message : String(error) }
  }
}

function compareOutputs(conformanceCase: Case): Pick<Judgement, 'difference' | 'fault'> {
  const operator = operators.get(conformanceCase.op)
  if (!operator) return { difference: Number.NaN, fault: `the operator “${conformanceCase.op}” is not known` }
  const inputs = new CaseInputs(conformanceCase)
  const results = operator(inputs)
  const unknown = inputs.unknown()
  if (unknown.length > 0)
    return { difference: Number.NaN, fault: `${conformanceCase.op} does not know ${unknown.join(', ')}` }
  let difference = 0
  let fault: string | undefined
  for (const [name, want] of Object.entries(conformanceCase.outputs)) {
    const result = results[name]
    if (result === undefined) return { difference: Number.NaN, fault: `${conformanceCase.op} gives no output ${name}` }
    const got = typeof result === 'object' && 'shape' in result ? result : toTensor(result)
    const compared = compare(got, want, conformanceCase.tolerance)
    difference = Math.max(difference, compared.difference)
    if (compared.fault) fault ??= `${name} ${compared.fault}`
  }
  return { difference, fault }
}

interface Tolerance {
  readonly atol: number
  readonly rtol: number
}

/**
 * Compares a result with what was wanted: an entry passes when |got − want| ≤ atol + rtol·|want|; NaN matches NaN only.
 *
 * @returns the largest difference of finite entries (Infinity where only one side is finite), and what is wrong
 */
function compare(
  got: Tensor,
  want: Tensor,
  { atol, rtol }: Tolerance,
): { difference: number; fault: string | undefined } {
  const oneNumber = got.data.length === 1 && want.data.length === 1
  if (String(got.shape) !== String(want.shape) && !oneNumber) {
    return { difference: Number.POSITIVE_INFINITY, fault: `has shape [${got.shape}], wanted [${want.shape}]` }
  }
  let [difference, worst, excess] = [0, -1, 0]
  want.data.forEach((w, i) => {
    const off = distance(got.data[i] as number, w)
    if (off > difference) difference = off
    const over = off - (atol + rtol * (Number.isFinite(w) ? Math.abs(w) : 0))
    if (over > excess) [worst, excess] = [i, over]
  })
  if (worst < 0) return { difference, fault: undefined }
  const at = `[${indices(worst, want.shape)}]`
  return { difference, fault: `at ${at} is ${got.data[worst]}, wanted ${want.data[worst]}` }
}

function distance(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  const off = Math.abs(a - b)
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off
}

function indices(flat: number, shape: readonly number[]): number[] {
  return shape.map((_, axis) => {
    const size = shape.slice(axis + 1).reduce((a, b) => a * b, 1)
    return Math.floor(flat / size) % (shape[axis] as number)
  })
}
