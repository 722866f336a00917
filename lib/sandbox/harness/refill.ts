import type { Primordials } from './primordials.ts'
import type { Comparer } from './same.ts'
import { BUFFER } from './tags.ts'

/** Overwrites the arrays that a script's caller uses again. */
export function refiller(input: Float64Array, is: Primordials, { after }: Comparer) {
  let buffers = { __proto__: null } as unknown as Record<number, number[]>

  function filled(at: number): number[] {
    const name = (input[at + 1] as number) | 0
    const n = (input[at + 2] as number) | 0
    if (buffers[name] === undefined) buffers[name] = []
    const buffer = buffers[name]
    if (buffer.length !== n) buffer.length = n
    for (let k = 0; k < n; k++) {
      const x = input[at + 3 + k] as number
      if (is.has(buffer, k)) buffer[k] = x
      else is.own(buffer, k, x)
    }
    return buffer
  }
  return {
    begin(): void {
      buffers = { __proto__: null } as never
    },
    /** Puts the filled arrays among a step's arguments, which stand in the input from `from` on. */
    fill(args: unknown[], from: number): void {
      let at = from
      for (let i = 0; i < args.length; i++) {
        if (input[at] === BUFFER) args[i] = filled(at)
        at = after(at)
      }
    },
  }
}
export type Refill = ReturnType<typeof refiller>
