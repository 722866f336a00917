import type { Primordials } from './primordials.ts'
import { OUT_OF_MEMORY, THREW } from './tags.ts'
import type { Writer } from './write.ts'

/** Writes down what the learner's code threw, whatever it is. */
export function createErrorWriter(write: Writer, is: Primordials) {
  function readText(thrown: unknown, key: string): string {
    try {
      const text = (thrown as Record<string, unknown>)[key]
      return typeof text === 'string' ? text : ''
    } catch {
      return ''
    }
  }
  /** The frames of a stack: V8 writes the name and the message before them, which may be long. */
  function stripMessage(stack: string, message: string): string {
    if (is.find(stack, '    at ', 0) === 0) return stack
    const from = is.find(stack, message, 0)
    let frames = ''
    for (let i = from < 0 ? 0 : from + message.length; i < stack.length && frames.length < 2000; i++) frames += stack[i]
    return frames
  }
  /** Name, message and stack. */
  function error(thrown: unknown): void {
    if (typeof thrown === 'object' && thrown !== null) {
      write.string(readText(thrown, 'name') || 'Error', 60)
      const message = readText(thrown, 'message')
      write.string(message, 300)
      write.string(stripMessage(readText(thrown, 'stack'), message), 2000)
      return
    }
    write.string(thrown === null ? 'null' : 'Error', 60)
    write.string(typeof thrown === 'symbol' || typeof thrown === 'function' ? typeof thrown : `${thrown}`, 300)
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
    step(work: () => number, thrown: unknown): boolean {
      if (is.isOutOfMemory(thrown)) {
        write.number(OUT_OF_MEMORY)
        return false
      }
      write.number(THREW)
      const at = write.position()
      write.number(0)
      error(thrown)
      write.set(at, work())
      return true
    },
  }
}
export type ThrownWriter = ReturnType<typeof createErrorWriter>
