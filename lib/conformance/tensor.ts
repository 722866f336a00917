/** Numbers or truth values of any rank, flat and row-major. */
export interface Tensor {
  readonly dtype: string
  readonly shape: readonly number[]
  /** Truth values are 1 and 0 here; `dtype` tells. */
  readonly data: readonly number[]
}

/** Arrays in arrays: what the engine takes and gives. */
export type Nested = number | boolean | readonly Nested[]

/** @throws RangeError when the tensor has not this rank */
export function vector(t: Tensor): number[] {
  requireRank(t, 1)
  return [...t.data]
}

/** @throws RangeError when the tensor has not this rank */
export function matrix(t: Tensor): number[][] {
  requireRank(t, 2)
  return slices(t).map(vector)
}

/** @throws RangeError when the tensor has not this rank */
export function heads(t: Tensor): number[][][] {
  requireRank(t, 3)
  return slices(t).map(matrix)
}

/** @throws RangeError when the tensor has not this rank */
export function batches(t: Tensor): number[][][][] {
  requireRank(t, 4)
  return slices(t).map(heads)
}

/** The parts of a tensor along its first axis. */
export function slices({ dtype, shape, data }: Tensor): Tensor[] {
  const [n = 1, ...rest] = shape
  const size = countElements(rest)
  return Array.from({ length: n }, (_, i) => ({ dtype, shape: rest, data: data.slice(i * size, (i + 1) * size) }))
}

/**
 * A tensor repeated along axes of length 1 or missing on the left, until it has the shape asked for.
 *
 * @throws RangeError when it cannot
 */
export function broadcast(t: Tensor, shape: readonly number[]): Tensor {
  const padded = [...new Array<number>(Math.max(0, shape.length - t.shape.length)).fill(1), ...t.shape]
  if (padded.length !== shape.length || padded.some((n, axis) => n !== 1 && n !== shape[axis])) {
    throw new RangeError(`a tensor of shape [${t.shape}] cannot be broadcast to [${shape}]`)
  }
  const data = Array.from({ length: countElements(shape) }, (_, flat) => {
    let at = 0
    let remaining = flat
    let size = countElements(shape)
    padded.forEach((n, axis) => {
      size /= shape[axis] as number
      const index = Math.floor(remaining / size)
      remaining %= size
      at = at * n + (n === 1 ? 0 : index)
    })
    return t.data[at] as number
  })
  return { dtype: t.dtype, shape, data }
}

/** Nested arrays as a tensor; all branches must be of one shape. */
export function toTensor(value: Nested): Tensor {
  if (typeof value === 'boolean') return { dtype: 'bool', shape: [], data: [Number(value)] }
  if (typeof value === 'number') return { dtype: 'float64', shape: [], data: [value] }
  const parts = value.map(toTensor)
  const first = parts[0] ?? { dtype: 'float64', shape: [], data: [] }
  const data: number[] = []
  for (const part of parts) {
    if (String(part.shape) !== String(first.shape)) throw new RangeError('rows of a result differ in length')
    for (const x of part.data) data.push(x)
  }
  return { dtype: first.dtype, shape: [parts.length, ...first.shape], data }
}

/** How many numbers a shape holds. */
export function countElements(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1)
}

function requireRank({ shape }: Tensor, rank: number): void {
  if (shape.length !== rank) throw new RangeError(`a tensor of shape [${shape}] has not rank ${rank}`)
}
