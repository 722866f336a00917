import { z } from 'zod'
import { decodeFloat16 } from './decode-float16.ts'
import { ModelFileError } from './model-file-error.ts'

/** An array of numbers with its shape, row by row. */
export interface Tensor {
  readonly shape: readonly number[]
  readonly data: Float32Array
}

/** What a safetensors file holds. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>
  readonly tensors: ReadonlyMap<string, Tensor>
}

const size = z.number().int().nonnegative()
const EntrySchema = z.object({ dtype: z.string(), shape: z.array(size), data_offsets: z.tuple([size, size]) })
const MetadataSchema = z.record(z.string(), z.string())
const HEADER_SIZE_BYTES = 8
const BYTES_PER_NUMBER = 2

/**
 * Reads a safetensors file of float16 numbers: 8 bytes with the header's length, a JSON header, then the numbers.
 *
 * @param bytes  the whole file
 * @returns every tensor as float32
 * @throws ModelFileError when the file is cut off, its header can't be read, or a tensor isn't float16 or doesn't fit
 * @see https://huggingface.co/docs/safetensors (format)
 */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER_SIZE_BYTES)
    throw new ModelFileError(`The file has ${bytes.length} bytes, too few for the length of a header.`)
  const headerBytes = Number(view.getBigUint64(0, true))
  const start = HEADER_SIZE_BYTES + headerBytes
  if (start > bytes.length)
    throw new ModelFileError(`The header has ${headerBytes} bytes, but the file ends after ${bytes.length}.`)
  const { __metadata__: metadata = {}, ...entries } = parseHeader(bytes.subarray(HEADER_SIZE_BYTES, start))
  return {
    metadata: parseWith(MetadataSchema, metadata, 'The metadata of the file'),
    tensors: new Map(
      Object.entries(entries).map(([name, entry]) => {
        const { dtype, shape, data_offsets } = parseWith(EntrySchema, entry, `The entry of tensor ${name}`)
        const [from, to] = data_offsets
        const count = shape.reduce((product, n) => product * n, 1)
        if (dtype !== 'F16') throw new ModelFileError(`Tensor ${name} has the type ${dtype}; only F16 can be read.`)
        if (to - from !== count * BYTES_PER_NUMBER)
          throw new ModelFileError(
            `Tensor ${name} of shape ${shape.join(' × ')} needs ${count * BYTES_PER_NUMBER} bytes and has ${to - from}.`,
          )
        if (start + to > bytes.length)
          throw new ModelFileError(
            `Tensor ${name} ends at byte ${start + to}, but the file ends after ${bytes.length}.`,
          )
        const data = new Float32Array(count)
        for (let i = 0; i < count; i++)
          data[i] = decodeFloat16(view.getUint16(start + from + BYTES_PER_NUMBER * i, true))
        return [name, { shape, data }]
      }),
    ),
  }
}

/** Reads text as JSON that a schema accepts; `what` names it in the error. */
export function parseJson<T>(schema: z.ZodType<T>, text: string, what: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ModelFileError(`${what} isn’t JSON.`)
  }
  return parseWith(schema, value, what)
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  return parseJson(z.record(z.string(), z.unknown()), new TextDecoder().decode(bytes), 'The header of the file')
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new ModelFileError(`${what} isn’t as expected: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
