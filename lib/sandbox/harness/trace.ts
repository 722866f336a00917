import type { Primordials } from './primordials.ts'
import { TRACE_LIMIT, TRACED } from './tags.ts'
import type { Writer } from './write.ts'

/** An assigned array: as it was then (rows, then each row as length and numbers), and itself. */
interface Seen {
  readonly site: number
  readonly array: unknown
  readonly then: Float64Array
  /** Nothing but zeros, holes and infinities yet: what it held in the end says more. */
  readonly blank: boolean
  next: Seen | null
}

/** Records the arrays of numbers that a learner's code assigns, in order, until it is stopped. */
export function tracer(is: Primordials) {
  const MAX_TRACED_VALUES = 512
  const room = new is.F64(1 + TRACE_LIMIT * (1 + TRACE_LIMIT))
  let on = false
  let count = 0
  let first: Seen | null = null
  let last: Seen | null = null
  let blank = true
  let holes = false

  /** The place after the row in `room`, or −1 where it is no row of numbers. */
  function row(list: readonly unknown[], at: number): number {
    const n: unknown = list.length
    if (!is.isLength(n) || n > TRACE_LIMIT) return -1
    room[at] = n
    for (let i = 0; i < n; i++) {
      const x = list[i]
      if (x === undefined) holes = true
      else if (typeof x !== 'number') return -1
      else if (x !== 0 && x - x === 0) blank = false
      room[at + 1 + i] = x === undefined ? 0 : x
    }
    return at + 1 + n
  }
  /** A copy of the array's numbers, or null where it holds anything else. */
  function copy(array: readonly unknown[]): Float64Array | null {
    const n: unknown = array.length
    if (!is.isLength(n)) return null
    blank = true
    holes = false
    let end = 1
    if (n > 0 && is.isArray(array[0])) {
      if (n > TRACE_LIMIT) return null
      room[0] = n
      for (let i = 0; i < n && end > 0; i++) {
        const one = array[i]
        end = is.isArray(one) ? row(one, end) : -1
      }
    } else {
      room[0] = 1
      end = row(array, 1)
    }
    if (end < 0 || (holes && !blank)) return null
    const out = new is.F64(end)
    for (let i = 0; i < end; i++) out[i] = room[i] as number
    return out
  }
  function record(site: number, array: readonly unknown[]): void {
    const then = copy(array)
    if (!then) return
    const visit: Seen = { __proto__: null, site, array, then, blank, next: null } as Seen
    if (last) last.next = visit
    else first = visit
    last = visit
    count++
  }
  return {
    start(whether: boolean) {
      on = whether
      count = 0
      first = last = null
    },
    /** The hook: gives the value back, whatever it is. */
    hook(site: number, value: unknown): unknown {
      if (!on || count >= MAX_TRACED_VALUES || !is.isArray(value)) return value
      try {
        record(site, value)
      } catch {
        // a getter or a trap of the learner's own: no trace
      }
      return value
    },
    /** Takes what blank arrays hold now, when the call has returned. */
    stop() {
      on = false
    },
    /** Writes the next array; false when there is none left. */
    write(out: Writer): boolean {
      const node = first
      if (!node) return false
      first = node.next
      let final: Float64Array | null = node.then
      if (node.blank) {
        try {
          final = copy(node.array as unknown[])
          if (holes) final = null
        } catch {
          final = null
        }
      }
      const n = final ? is.typedLength(final) : 0
      if (!final || n <= 2) return true
      out.number(TRACED)
      out.number(node.site)
      for (let i = 0; i < n; i++) out.number(final[i] as number)
      return true
    },
  }
}
export type Tracer = ReturnType<typeof tracer>
