import type { Primordials } from './primordials.ts'
import { DROPPED, LINE_LENGTH, LINE_LIMIT, LOGGED } from './tags.ts'
import type { Writer } from './write.ts'

/** The learner's console: lines are kept while a script is traced, and cost nothing otherwise. */
export function consoleOf(is: Primordials) {
  const lines: string[] = new is.Arr(LINE_LIMIT)
  for (let i = 0; i < LINE_LIMIT; i++) lines[i] = ''
  let on = false
  let count = 0
  let dropped = 0
  let written = 0

  function list(it: readonly unknown[], depth: number): string {
    let text = '['
    for (let i = 0; i < it.length && text.length < LINE_LENGTH; i++)
      text += (i > 0 ? ', ' : '') + show(it[i], depth + 1)
    return `${text}]`
  }
  function object(it: object, depth: number): string {
    const name: unknown = (it.constructor as { name?: unknown } | undefined)?.name
    const { message } = it as { message?: unknown }
    const prefix = is.getPrototypeOf(it) === is.ObjectPrototype || typeof name !== 'string' ? '' : `${name} `
    if (is.tag(it) === '[object Error]' && typeof message === 'string') return `${prefix}: ${message}`
    if (is.typedArray(it) !== undefined) return prefix + list(it as never, depth)
    const keys = is.ownKeys(it)
    let text = `${prefix}{`
    for (let i = 0; i < keys.length && text.length < LINE_LENGTH; i++) {
      const key = keys[i]
      if (typeof key !== 'string') continue
      text += `${text.length > prefix.length + 1 ? ', ' : ' '}${key}: ${show((it as Record<string, unknown>)[key], depth + 1)}`
    }
    return text.length > prefix.length + 1 ? `${text} }` : `${text}}`
  }
  function show(it: unknown, depth: number): string {
    if (typeof it === 'string') return depth > 0 ? `'${it}'` : it
    if (typeof it === 'symbol') return 'Symbol()'
    if (typeof it === 'bigint') return `${it}n`
    if (typeof it === 'function') return '[function]'
    if (typeof it !== 'object' || it === null) return `${it}`
    if (depth > 3) return is.isArray(it) ? '[…]' : '{…}'
    return is.isArray(it) ? list(it, depth) : object(it, depth)
  }
  function log(...values: unknown[]): void {
    if (!on) return
    if (count >= LINE_LIMIT) {
      dropped++
      return
    }
    let text = ''
    try {
      for (let i = 0; i < values.length && text.length < LINE_LENGTH; i++)
        text += (i > 0 ? ' ' : '') + show(values[i], 0)
    } catch {
      text += '[cannot be shown]'
    }
    lines[count++] = text
  }
  const nothing = () => {}
  return {
    console: {
      log,
      info: log,
      warn: log,
      error: log,
      debug: log,
      table: log,
      dir: log,
      trace: nothing,
      assert: nothing,
      group: nothing,
      groupEnd: nothing,
      time: nothing,
      timeEnd: nothing,
    },
    start(whether: boolean) {
      on = whether
      count = dropped = written = 0
    },
    stop() {
      on = false
    },
    /** Writes the next line; false when there is none left. */
    write(out: Writer): boolean {
      if (written < count) {
        out.number(LOGGED)
        out.string(lines[written++] as string, LINE_LENGTH)
        return true
      }
      if (dropped > 0) {
        out.number(DROPPED)
        out.number(dropped)
        dropped = 0
      }
      return false
    },
  }
}
