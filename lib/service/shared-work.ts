/** Work that several callers wait for. It is aborted when the last of them leaves. */
export class SharedWork<T> {
  readonly #result: Promise<T>
  readonly #controller = new AbortController()
  #callers = 0

  /** @param start starts the work; its signal is aborted when nobody waits any longer */
  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.#result = start(this.#controller.signal)
  }

  /**
   * Waits for the result.
   *
   * @param signal aborted when this caller leaves; without one, the caller stays
   */
  join(signal?: AbortSignal): Promise<T> {
    this.#callers++
    if (signal?.aborted) this.#leave()
    else signal?.addEventListener('abort', () => this.#leave(), { once: true })
    return this.#result
  }

  #leave(): void {
    this.#callers--
    if (this.#callers === 0) this.#controller.abort()
  }
}
