/** A tensor to be written; its numbers are float16 bits. */
export interface WrittenTensor {
  readonly shape: readonly number[]
  readonly bits: readonly number[]
  readonly dtype?: string
}

/** A safetensors file for tests. */
export function writeSafetensors(
  tensors: Readonly<Record<string, WrittenTensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata }
  const bits: number[] = []
  for (const [name, { shape, bits: numbers, dtype = 'F16' }] of Object.entries(tensors)) {
    header[name] = { dtype, shape, data_offsets: [2 * bits.length, 2 * (bits.length + numbers.length)] }
    bits.push(...numbers)
  }
  const text = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + 2 * bits.length)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, BigInt(text.length), true)
  bytes.set(text, 8)
  bits.forEach((number, i) => void view.setUint16(8 + text.length + 2 * i, number, true))
  return bytes
}
