import type { Primordials } from './primordials.ts'
import type { Comparer } from './same.ts'
import { BUFFER } from './tags.ts'

/** Overwrites the arrays that a script's caller uses again. */
export function createBufferRefill(input: Float64Array, is: Primordials, { after }: Comparer) {
  let buffers = { __proto__: null } as unknown as Record<number, number[]>

  let isStuck = false

  function filled(at: number): number[] {
    const name = (input[at + 1] as number) | 0
    const buffer = buffers[name] ?? []
    buffers[name] = buffer
    try {
      overwrite(buffer, at)
      return buffer
    } catch {
      // the learner’s code has frozen or sealed it, or defined a setter
      isStuck = true
      const fresh: number[] = []
      buffers[name] = fresh
      overwrite(fresh, at)
      return fresh
    }
  }
  function overwrite(buffer: number[], at: number): void {
    const n = (input[at + 2] as number) | 0
    if (buffer.length !== n) buffer.length = n
    for (let k = 0; k < n; k++) {
      const x = input[at + 3 + k] as number
      if (is.has(buffer, k)) buffer[k] = x
      else is.own(buffer, k, x)
    }
  }
  return {
    begin(): void {
      buffers = { __proto__: null } as never
    },
    /**
     * Puts the filled arrays among a step’s arguments, which begin at `from` in the input.
     *
     * @returns the index of an argument that could no longer be overwritten, or −1
     */
    fill(args: unknown[], from: number): number {
      let at = from
      let stuck = -1
      for (let i = 0; i < args.length; i++) {
        isStuck = false
        if (input[at] === BUFFER) args[i] = filled(at)
        if (isStuck && stuck < 0) stuck = i
        at = after(at)
      }
      return stuck
    },
  }
}
export type Refill = ReturnType<typeof createBufferRefill>
