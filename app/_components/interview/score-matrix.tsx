import type { CSSProperties } from 'react'
import type { Debrief } from '#lib/interview/debrief.ts'
import { KINDS } from '#lib/interview/kind.ts'
import { share } from './history.tsx'

/** Key points said, of 100, by topic and kind. */
export function ScoreMatrix({ rows }: { readonly rows: Debrief['matrix'] }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="score-matrix scroll-x" tabIndex={0} aria-label="Score by topic and kind">
        <div className="matrix">
          <table>
            <caption className="vh">Score by topic and kind</caption>
            <thead>
              <tr>
                <td className="corner" />
                {KINDS.map((kind) => (
                  <th scope="col" key={kind}>
                    {kind}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ topic, kinds }) => (
                <tr key={topic}>
                  <th scope="row">{topic}</th>
                  {KINDS.map((kind) => {
                    const score = kinds[kind]
                    if (!score)
                      return (
                        <td className="none" key={kind}>
                          ·<span className="vh">not asked</span>
                        </td>
                      )
                    const of = share(score)
                    return (
                      <td className="v" key={kind} style={{ '--v': of / 100 } as CSSProperties}>
                        {of}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <p className="faint debrief-note">Key points said, of 100; of code, checks that pass. A dot: not asked.</p>
    </>
  )
}
