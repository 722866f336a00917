/** The most keys whose last turn is remembered. */
const MAX_KEYS = 10_000

/**
 * A queue per key. The key whose last turn was longest ago comes first, and a new key comes last. So between two turns
 * of one key, every other waiting key has a turn.
 */
export class FairQueue<T extends { readonly key: string }> {
  readonly #items = new Map<string, T[]>()
  /** The number of each key's last turn, longest ago first. Outlives the items, so that a key keeps its place. */
  readonly #turns = new Map<string, number>()
  #lastTurn = 0
  #size = 0

  get size(): number {
    return this.#size
  }
  /** How many items of a key are waiting. */
  count(key: string): number {
    return this.#items.get(key)?.length ?? 0
  }
  /** All waiting items. */
  items(): T[] {
    return [...this.#items.values()].flat()
  }

  /** Adds an item behind those of its key. */
  push(item: T): void {
    this.#queueFor(item.key).push(item)
    this.#size++
  }
  /** Returns an item that was taken, in front of the others of its key. */
  putBack(item: T): void {
    this.#queueFor(item.key).unshift(item)
    this.#size++
  }

  /** Takes the item whose turn it is, among the first items of each key for which `canTake` is true. */
  take(canTake: (item: T) => boolean): T | undefined {
    const next = this.peek(canTake)
    if (!next) return undefined
    this.remove(next)
    this.#countTurn(next.key)
    return next
  }
  /** What `take` would take. */
  peek(canTake: (item: T) => boolean): T | undefined {
    let next: T | undefined
    for (const [key, [first]] of this.#items) {
      const isSooner = !next || this.#turn(key) < this.#turn(next.key)
      if (first && isSooner && canTake(first)) next = first
    }
    return next
  }

  /** Removes an item, whatever its position. Returns whether it was there. */
  remove(item: T): boolean {
    const queue = this.#items.get(item.key)
    const index = queue?.indexOf(item) ?? -1
    if (!queue || index < 0) return false
    queue.splice(index, 1)
    if (queue.length === 0) this.#items.delete(item.key)
    this.#size--
    return true
  }

  /** The newest item of the key with the most items. */
  newestOfLongest(): T | undefined {
    let longest: readonly T[] = []
    for (const queue of this.#items.values()) if (queue.length > longest.length) longest = queue
    return longest.at(-1)
  }

  #queueFor(key: string): T[] {
    const existing = this.#items.get(key)
    if (existing) return existing
    const queue: T[] = []
    this.#items.set(key, queue)
    if (!this.#turns.has(key)) this.#countTurn(key)
    return queue
  }
  #turn(key: string): number {
    return this.#turns.get(key) ?? 0
  }
  #countTurn(key: string): void {
    this.#turns.delete(key)
    this.#turns.set(key, ++this.#lastTurn)
    if (this.#turns.size > MAX_KEYS) this.#turns.delete(this.#turns.keys().next().value ?? key)
  }
}
