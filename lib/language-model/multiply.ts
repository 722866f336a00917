/**
 * A matrix turned on its side, so that products read both factors in order.
 *
 * @param W  rows × columns, row by row
 * @returns columns × rows
 */
export function transpose(W: Float32Array, rows: number, columns: number): Float32Array {
  const transposed = new Float32Array(W.length)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) transposed[j * rows + i] = W[i * columns + j] as number
  return transposed
}

/**
 * Matrix product X·W from the transpose of W. Works on blocks of 4 × 2 entries, so that each number that is read serves
 * several sums.
 *
 * @param X  n × width
 * @param Wt  columns × width, the transpose of W
 * @returns n × columns
 * @complexity n·width·columns multiply-adds
 */
export function multiply(X: Float32Array, Wt: Float32Array, width: number): Float32Array {
  const n = X.length / width
  const columns = Wt.length / width
  const Y = new Float32Array(n * columns)
  let i = 0
  for (; i + 4 <= n; i += 4) {
    const x0 = i * width
    const x1 = x0 + width
    const x2 = x1 + width
    const x3 = x2 + width
    let j = 0
    for (; j + 2 <= columns; j += 2) {
      const w0 = j * width
      const w1 = w0 + width
      let [a0, a1, b0, b1, c0, c1, d0, d1] = [0, 0, 0, 0, 0, 0, 0, 0]
      for (let k = 0; k < width; k++) {
        const p = Wt[w0 + k] as number
        const q = Wt[w1 + k] as number
        const a = X[x0 + k] as number
        const b = X[x1 + k] as number
        const c = X[x2 + k] as number
        const d = X[x3 + k] as number
        a0 += a * p
        a1 += a * q
        b0 += b * p
        b1 += b * q
        c0 += c * p
        c1 += c * q
        d0 += d * p
        d1 += d * q
      }
      const y = i * columns + j
      Y[y] = a0
      Y[y + 1] = a1
      Y[y + columns] = b0
      Y[y + columns + 1] = b1
      Y[y + 2 * columns] = c0
      Y[y + 2 * columns + 1] = c1
      Y[y + 3 * columns] = d0
      Y[y + 3 * columns + 1] = d1
    }
    for (; j < columns; j++)
      for (let r = i; r < i + 4; r++) Y[r * columns + j] = dotAt(X, r * width, Wt, j * width, width)
  }
  for (; i < n; i++) for (let j = 0; j < columns; j++) Y[i * columns + j] = dotAt(X, i * width, Wt, j * width, width)
  return Y
}

/** Dot product of two parts of flat arrays. */
export function dotAt(a: Float32Array, from: number, b: Float32Array, fromB: number, width: number): number {
  let sum = 0
  for (let k = 0; k < width; k++) sum += (a[from + k] as number) * (b[fromB + k] as number)
  return sum
}
