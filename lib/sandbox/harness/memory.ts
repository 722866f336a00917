import { ALIVE, BYTES, ELEMENTS, ELEMENTS_AFTER_COLLECTION, STACK_BYTES, STEP_LIMIT } from './tags.ts'
import type { Writer } from './write.ts'

/**
 * Measures how much is alive while a learner’s code runs. It hands out the step budget in slices and takes a sample
 * after each.
 *
 * A matrix can be kept in many forms, so it counts two things: elements of plain arrays, and bytes, which include typed
 * arrays, strings, closures and the entries of a Map. The bytes include the peak size of the stack, where nested calls
 * hold their variables. The measured code can’t detect the measurement: nothing in its scope shows it.
 *
 * @param alive measures one of these (by its number in tags.ts); absent if the engine can’t
 */
export function memoryMeter(alive: ((what: number) => number) | undefined) {
  // by look: quick, collected, close. A short peak that is missed at a small size makes growth seem steeper than it is
  const FIRST_SLICE = [0, 128, 128, 16]
  const LAST_SLICE = [0, 2048, 2048, 64]
  const SAMPLES_A_SLICE = [1, 12, 12, 700]
  const COLLECT_EVERY = 16
  let on = false
  let look = 0
  let elementsBefore = 0
  let bytesBefore = 0
  let elementsLoaded = 0
  let bytesLoaded = 0
  let stackBefore = 0
  let maxElements = 0
  let maxBytes = 0
  let slice = 0
  let samples = 0
  let used = 0
  let remaining = 0

  function sample(): void {
    if (!on || !alive) return
    const collect = look === 2 || (look === 3 && samples % COLLECT_EVERY === 0)
    const elements = alive(collect ? ELEMENTS_AFTER_COLLECTION : ELEMENTS) - elementsBefore
    const bytes = alive(BYTES) - bytesBefore
    if (elements > maxElements) maxElements = elements
    if (bytes > maxBytes) maxBytes = bytes
  }
  return {
    isOn: () => on,
    /** @param mode  0: nothing is counted; 1: quickly; 2: each time after a collection of garbage; 3: more often */
    start(mode: number): void {
      on = mode > 0 && alive !== undefined
      look = mode
      if (!on || !alive) return
      elementsBefore = alive(ELEMENTS_AFTER_COLLECTION)
      bytesBefore = alive(BYTES)
    },
    /** Call this after loading the code: what loading leaves behind is counted separately from what calls hold. */
    loaded(): void {
      if (!on || !alive) return
      const [elements, bytes] = [alive(ELEMENTS_AFTER_COLLECTION), alive(BYTES)]
      stackBefore = alive(STACK_BYTES)
      elementsLoaded = elements - elementsBefore
      bytesLoaded = bytes - bytesBefore
      elementsBefore = elements
      bytesBefore = bytes
    },
    /** What an earlier script left behind still counts, because a retained buffer is alive. */
    startScript(): void {
      if (!on) return
      maxElements = maxBytes = samples = used = 0
      remaining = slice = FIRST_SLICE[look] as number
    },
    /** Steps that the next step of the script may take before it is asked again. */
    budget: (): number => (on ? remaining : STEP_LIMIT),
    carry(rest: number): void {
      remaining = rest
    },
    /** Called when the budget is spent: the next slice, or 0 when that was all. */
    more(): number {
      if (!on || used + slice > STEP_LIMIT) return 0
      used += slice
      sample()
      samples++
      if (samples % (SAMPLES_A_SLICE[look] as number) === 0 && slice < (LAST_SLICE[look] as number)) slice *= 4
      return slice
    },
    sample,
    /** Writes the peak of the script. */
    write(out: Writer): void {
      out.number(ALIVE)
      out.number(maxElements)
      out.number(maxBytes + (alive ? alive(STACK_BYTES) - stackBefore : 0))
      out.number(elementsLoaded)
      out.number(bytesLoaded)
    },
  }
}
