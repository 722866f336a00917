import { z } from 'zod'
import { countElements, type Tensor } from './tensor.ts'

const entry = z.union([
  z.number(),
  z.boolean().transform(Number),
  z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number),
])

const tensor = z
  .object({ dtype: z.string(), shape: z.array(z.int().min(0)), data: z.array(entry) })
  .refine(({ shape, data }) => data.length === countElements(shape), 'there are not as many numbers as the shape says')

/** One case: an operator, what goes in, what must come out, and how exactly. */
export const caseSchema = z.object({
  id: z.string(),
  group: z.string(),
  op: z.string(),
  attributes: z.record(z.string(), z.unknown()).default({}),
  inputs: z.record(z.string(), tensor),
  outputs: z.record(z.string(), tensor),
  tolerance: z.object({ atol: z.number(), rtol: z.number() }),
  fn: z.object({ name: z.string(), args: z.array(z.string()) }).nullish(),
})

export type Case = Readonly<z.infer<typeof caseSchema>>
export type Tensors = Readonly<Record<string, Tensor>>

/**
 * A case as its file holds it.
 *
 * @param text  JSON; non-finite numbers are strings
 * @throws Error that says in one line what is wrong with the file
 */
export function parseCase(text: string): Case {
  const parsed = caseSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new TypeError(`not a case: ${issue?.path.join('.')}: ${issue?.message}`)
}
