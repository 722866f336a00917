import { formatNumber } from '#lib/figure/format.ts'

interface ConsoleOutputProps {
  readonly lines: readonly string[]
  readonly dropped: number
}

/** What the code printed on the input that is shown. */
export function ConsoleOutput({ lines, dropped }: ConsoleOutputProps) {
  return (
    <section className="console" aria-label="Console">
      <h4 className="label">Console</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre translate="no" tabIndex={0}>
        {lines.join('\n')}
      </pre>
      {dropped > 0 && <p>and {formatNumber(dropped)} more</p>}
    </section>
  )
}
