import type { LearnerModule } from './learner.ts'
import type { memoryMeter } from './memory.ts'
import type { Primordials } from './primordials.ts'
import { ENDLESS, STEP_LIMIT, TOO_DEEP_MESSAGE, TOO_DEEP_SITE } from './tags.ts'
import type { Writer } from './write.ts'

/** Ends a learner's code when its budget of steps is spent. */
export function createAbort(memory: ReturnType<typeof memoryMeter>, is: Primordials) {
  const halted = Object.freeze({ __proto__: null })
  const state = {
    __proto__: null,
    /** The site where the code was ended, or −1. */
    site: -1,
    /** The module whose budget is handed out in slices, if any. */
    sliced: null as LearnerModule | null,
    /**
     * Called at a site of the code when the step budget is spent, or when calls are nested too deeply, which throws.
     */
    stop(site: number): void {
      if (site === TOO_DEEP_SITE) throw new is.RangeErr(TOO_DEEP_MESSAGE)
      const { sliced } = state
      const more = state.site < 0 && sliced ? memory.more() : 0
      if (sliced && more > 0) {
        sliced.reset(more)
        return
      }
      if (state.site < 0) state.site = site
      throw halted
    },
    write(out: Writer): void {
      out.number(ENDLESS)
      out.number(state.site)
      out.number(STEP_LIMIT)
    },
  }
  return state
}
export type Halt = ReturnType<typeof createAbort>
