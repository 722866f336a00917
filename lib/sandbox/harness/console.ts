import type { Primordials } from './primordials.ts'
import { DROPPED, LINE_LENGTH, LINE_LIMIT, LOGGED } from './tags.ts'
import type { Writer } from './write.ts'

/** The learner's console: lines are kept while a script is traced, and cost nothing otherwise. */
export function createConsole(is: Primordials) {
  const lines: string[] = new is.Arr(LINE_LIMIT)
  for (let i = 0; i < LINE_LIMIT; i++) lines[i] = ''
  let on = false
  let count = 0
  let dropped = 0
  let written = 0
  let indent = ''
  let counts = { __proto__: null } as unknown as Record<string, number>

  function list(values: readonly unknown[], depth: number): string {
    let text = '['
    for (let i = 0; i < values.length && text.length < LINE_LENGTH; i++) {
      const value = values[i]
      const isHole = value === undefined && !is.has(values, i)
      text += (i > 0 ? ', ' : '') + (isHole ? 'empty' : show(value, depth + 1))
    }
    return `${text}]`
  }
  /** The entries of a Map or a Set, in braces. */
  function collection(of: object, name: string, depth: number): string {
    let text = ''
    is.forEachEntry(of, (value, key) => {
      if (text.length >= LINE_LENGTH) return
      text += `${text === '' ? ' ' : ', '}${name === 'Map' ? `${show(key, depth + 1)} => ` : ''}${show(value, depth + 1)}`
    })
    return text === '' ? '{}' : `{${text} }`
  }
  function object(of: object, depth: number): string {
    const name: unknown = (of.constructor as { name?: unknown } | undefined)?.name
    const { message } = of as { message?: unknown }
    const prefix = is.getPrototypeOf(of) === is.ObjectPrototype || typeof name !== 'string' ? '' : `${name} `
    const tag = is.tag(of)
    if (tag === '[object Error]' && typeof message === 'string')
      return `${typeof name === 'string' ? name : 'Error'}: ${message}`
    if (tag === '[object Date]') return is.dateText(of)
    if (tag === '[object RegExp]') return is.regExpText(of)
    if (is.typedArray(of) !== undefined) return prefix + list(of as never, depth)
    const size = is.collectionSize(of)
    if (size !== undefined) return `${size.name}(${size.count}) ${collection(of, size.name, depth)}`
    const keys = is.ownKeys(of)
    let text = `${prefix}{`
    let entryCount = 0
    for (let i = 0; i < keys.length && text.length < LINE_LENGTH; i++) {
      const key = keys[i]
      if (typeof key !== 'string') continue
      text += `${entryCount++ > 0 ? ',' : ''} ${key}: ${show((of as Record<string, unknown>)[key], depth + 1)}`
    }
    return entryCount > 0 ? `${text} }` : `${text}}`
  }
  function show(value: unknown, depth: number): string {
    if (typeof value === 'string') return depth > 0 ? `'${value}'` : value
    if (typeof value === 'number') return value === 0 && 1 / value < 0 ? '-0' : `${value}`
    if (typeof value === 'symbol') return is.symbolText(value)
    if (typeof value === 'bigint') return `${value}n`
    if (typeof value === 'function') {
      const name: unknown = value.name
      return typeof name === 'string' && name !== '' ? `[function ${name}]` : '[function]'
    }
    if (typeof value !== 'object' || value === null) return `${value}`
    if (depth > 3) return is.isArray(value) ? '[…]' : '{…}'
    return is.isArray(value) ? list(value, depth) : object(value, depth)
  }
  /** Formats values with `%s`, `%d`, `%i`, `%f`, `%o`, `%O`, `%c` and `%%`. The remaining values follow. */
  function format(values: readonly unknown[]): string {
    const [first] = values
    let next = 0
    let text = ''
    if (typeof first === 'string') {
      next = 1
      const n = first.length
      for (let i = 0; i < n && text.length < LINE_LENGTH; i++) {
        const c = first[i] as string
        const kind = first[i + 1]
        if (c === '%' && kind === '%') {
          text += '%'
          i++
        } else if (c === '%' && next < values.length && kind !== undefined && isFormat(kind)) {
          text += formatted(kind, values[next++])
          i++
        } else text += c
      }
    }
    for (let i = next; i < values.length && text.length < LINE_LENGTH; i++)
      text += (i > 0 ? ' ' : '') + show(values[i], 0)
    return text
  }
  const isFormat = (kind: string): boolean =>
    kind === 's' ||
    kind === 'd' ||
    kind === 'i' ||
    kind === 'f' ||
    kind === 'o' ||
    kind === 'O' ||
    kind === 'j' ||
    kind === 'c'
  function formatted(kind: string, value: unknown): string {
    if (kind === 'c') return '' // a style, for a browser's console
    if (kind === 'd' || kind === 'i' || kind === 'f') {
      const x =
        typeof value === 'symbol' || typeof value === 'object' || typeof value === 'function'
          ? 0 / 0
          : +(value as never)
      return show(kind === 'i' && !is.isNotANumber(x) ? x - (x % 1) : x, 0)
    }
    return show(value, kind === 's' ? 0 : 1)
  }
  function add(text: string): void {
    if (!on) return
    if (count >= LINE_LIMIT) dropped++
    else lines[count++] = indent + text
  }
  function log(...values: unknown[]): void {
    if (!on || count >= LINE_LIMIT) {
      if (on) dropped++
      return
    }
    let text = ''
    try {
      text = format(values)
    } catch {
      text = '[cannot be shown]'
    }
    add(text)
  }
  function group(...values: unknown[]): void {
    if (values.length > 0) log(...values)
    if (on && indent.length < 20) indent += '  '
  }
  function groupEnd(): void {
    let shorter = ''
    for (let i = 2; i < indent.length; i++) shorter += ' '
    indent = shorter
  }
  function assert(condition?: unknown, ...values: unknown[]): void {
    if (!condition) log('Assertion failed:', ...values)
  }
  function countLabel(label: unknown = 'default'): void {
    if (!on) return
    const key = typeof label === 'string' ? label : 'default'
    counts[key] = (counts[key] ?? 0) + 1
    add(`${key}: ${counts[key]}`)
  }
  function countReset(label: unknown = 'default'): void {
    if (on && typeof label === 'string') counts[label] = 0
  }
  const nothing = () => {}
  return {
    console: {
      assert,
      clear: nothing,
      count: countLabel,
      countReset,
      debug: log,
      dir: (value: unknown) => log(value),
      dirxml: log,
      error: log,
      group,
      groupCollapsed: group,
      groupEnd,
      info: log,
      log,
      profile: nothing,
      profileEnd: nothing,
      table: (value: unknown) => log(value),
      time: nothing,
      timeEnd: nothing,
      timeLog: nothing,
      timeStamp: nothing,
      trace: log,
      warn: log,
    },
    start(whether: boolean) {
      on = whether
      count = dropped = written = 0
      indent = ''
      counts = { __proto__: null } as never
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
