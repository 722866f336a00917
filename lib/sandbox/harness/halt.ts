import type { Learner } from './harness.ts'
import type { memoryMeter } from './memory.ts'
import { ENDLESS, STEP_LIMIT } from './tags.ts'
import type { Writer } from './write.ts'

/** Ends a learner's code when its budget of steps is spent. */
export function halter(memory: ReturnType<typeof memoryMeter>) {
  const halted = Object.freeze({ __proto__: null })
  const it = {
    __proto__: null,
    /** Where it was ended; −1 where it was not. */
    site: -1,
    /** Whose budget is handed out in slices. */
    sliced: null as Learner | null,
    /** Called when the budget is spent, at a site of the code. */
    stop(site: number): void {
      const { sliced } = it
      const more = it.site < 0 && sliced ? memory.more() : 0
      if (sliced && more > 0) {
        sliced.reset(more)
        return
      }
      if (it.site < 0) it.site = site
      throw halted
    },
    write(out: Writer): void {
      out.number(ENDLESS)
      out.number(it.site)
      out.number(STEP_LIMIT)
    },
  }
  return it
}
export type Halt = ReturnType<typeof halter>
