import type { Primordials } from './primordials.ts'
import { OUT_OF_MEMORY, THREW } from './tags.ts'
import type { Writer } from './write.ts'

/** Writes down what the learner's code threw, whatever it is. */
export function thrownWriter(write: Writer, is: Primordials) {
  function textOf(it: unknown, key: string): string {
    try {
      const text = (it as Record<string, unknown>)[key]
      return typeof text === 'string' ? text : ''
    } catch {
      return ''
    }
  }
  /** The frames of a stack: V8 writes the name and the message before them, which may be long. */
  function framesOf(stack: string, message: string): string {
    if (is.find(stack, '    at ', 0) === 0) return stack
    const from = is.find(stack, message, 0)
    let frames = ''
    for (let i = from < 0 ? 0 : from + message.length; i < stack.length && frames.length < 2000; i++) frames += stack[i]
    return frames
  }
  /** Name, message and stack. */
  function error(it: unknown): void {
    if (typeof it === 'object' && it !== null) {
      write.string(textOf(it, 'name') || 'Error', 60)
      const message = textOf(it, 'message')
      write.string(message, 300)
      write.string(framesOf(textOf(it, 'stack'), message), 2000)
      return
    }
    write.string(it === null ? 'null' : 'Error', 60)
    write.string(typeof it === 'symbol' || typeof it === 'function' ? typeof it : `${it}`, 300)
    write.string('', 0)
  }
  return {
    error,
    /**
     * Writes the record of a step that threw.
     *
     * @param work counts the steps taken; called after reading the message, which may run the learner’s code too
     * @returns false if memory has run out, so that nothing more can be written
     */
    step(work: () => number, it: unknown): boolean {
      if (is.isOutOfMemory(it)) {
        write.number(OUT_OF_MEMORY)
        return false
      }
      write.number(THREW)
      const at = write.position()
      write.number(0)
      error(it)
      write.set(at, work())
      return true
    },
  }
}
export type ThrownWriter = ReturnType<typeof thrownWriter>
