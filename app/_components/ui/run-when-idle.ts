/**
 * Runs work when the browser has nothing more urgent to do. Browsers without idle callbacks run it soon.
 *
 * @param options.timeout  milliseconds after which it runs in any case
 */
export function runWhenIdle(work: () => void, options?: IdleRequestOptions): void {
  if (window.requestIdleCallback) window.requestIdleCallback(work, options)
  else setTimeout(work, 200)
}
