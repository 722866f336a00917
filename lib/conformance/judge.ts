import { attentionVariants } from './attention-variants.ts'
import type { Case } from './case.ts'
import { compare } from './compare.ts'
import { exerciseOperators } from './exercise-operators.ts'
import { Given, type Operator } from './given.ts'
import { numericOperators } from './numeric-operators.ts'
import { onnxOperators } from './onnx-operators.ts'
import { tensorOf } from './tensor.ts'
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
export function judge(given: Case): Judgement {
  const { id, group } = given
  try {
    return { id, group, ...outcome(given) }
  } catch (error) {
    return { id, group, difference: Number.NaN, fault: error instanceof Error ? error.message : String(error) }
  }
}

function outcome(of: Case): Pick<Judgement, 'difference' | 'fault'> {
  const operator = operators.get(of.op)
  if (!operator) return { difference: Number.NaN, fault: `the operator “${of.op}” is not known` }
  const given = new Given(of)
  const results = operator(given)
  const unknown = given.unknown()
  if (unknown.length > 0) return { difference: Number.NaN, fault: `${of.op} does not know ${unknown.join(', ')}` }
  let difference = 0
  let fault: string | undefined
  for (const [name, want] of Object.entries(of.outputs)) {
    const result = results[name]
    if (result === undefined) return { difference: Number.NaN, fault: `${of.op} gives no output ${name}` }
    const got = typeof result === 'object' && 'shape' in result ? result : tensorOf(result)
    const compared = compare(got, want, of.tolerance)
    difference = Math.max(difference, compared.difference)
    if (compared.fault) fault ??= `${name} ${compared.fault}`
  }
  return { difference, fault }
}
