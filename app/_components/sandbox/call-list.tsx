import type { Counterexample } from '#lib/grading/verdict.ts'
import { ShownText } from './shown-text.tsx'

/** The calls of a class exercise as lines of code, each with what it gave and, where it is wrong, what it should give. */
export function CallList({ calls }: { readonly calls: Counterexample['calls'] }) {
  if (calls.length === 0) return null
  return (
    <ol className="calls" aria-label="Calls">
      {calls.map((call, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a call is its place in the script
        <li key={i} className={call.wrong ? 'wrong-call' : undefined}>
          <code translate="no">
            {call.wrong && <span aria-hidden="true">✕ </span>}
            {call.code}
          </code>
          {call.wrong ? (
            <span className="call-results">
              <span>
                yours <b>{call.yours ? <ShownText value={call.yours} /> : 'not reached'}</b>
              </span>
              <span>expected {call.expected ? <ShownText value={call.expected} /> : 'nothing'}</span>
            </span>
          ) : (
            call.yours && (
              <span className="call-results">
                <span className="faint">
                  gave <ShownText value={call.yours} />
                </span>
              </span>
            )
          )}
        </li>
      ))}
    </ol>
  )
}
