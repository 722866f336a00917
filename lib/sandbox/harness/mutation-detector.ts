import type { Comparer } from './same.ts'
import { BUFFER, STEP_HEAD, STEP_SIZE } from './tags.ts'
import type { Writer } from './write.ts'

/** Looks for arguments that the learner's code changed: the first of each script. */
export function createMutationDetector(input: Float64Array, { same, after }: Comparer) {
  let step = -1
  let arg = -1

  return {
    /**
     * @param all  arguments, one list per step
     * @param at  where the first step is
     * @param first  which of the lists is its own
     * @param nth  its number in the script
     */
    look(all: readonly unknown[][], at: number, first: number, count: number, nth: number, buffersToo: boolean): void {
      if (step >= 0) return
      const f = input
      let from = at
      let s = 0
      let i = 0
      let to = 0
      try {
        for (; s < count && to >= 0; s++) {
          const args = all[first + s] as unknown[]
          const n = args.length
          to = from + STEP_HEAD
          for (i = 0; i < n && to >= 0; i++) to = f[to] === BUFFER && !buffersToo ? after(to) : same(args[i], to)
          from += STEP_HEAD + ((f[from + STEP_SIZE] as number) | 0)
        }
      } catch {
        to = -1 // a getter or a trap of the learner's own: it was not there before
        s++
        i++
      }
      if (to >= 0) return
      step = nth + s - 1
      arg = i - 1
    },
    /** Records an argument that other code has found to be changed. */
    note(inStep: number, nthArg: number): void {
      if (step >= 0) return
      step = inStep
      arg = nthArg
    },
    /** Writes step and argument, or −1 and −1, and forgets them. */
    write(out: Writer): void {
      out.number(step)
      out.number(arg)
      step = arg = -1
    },
    forget(): void {
      step = arg = -1
    },
  }
}
