'use client'

import { useEffect, useState } from 'react'
import { FindingItem } from './finding-item.tsx'
import { placePins } from './place-pins.ts'
import { useFindings } from './use-findings.ts'

interface FindingsProps {
  readonly lesson: string
  /** Other lessons that cannot be shown as they are. */
  readonly brokenOthers: readonly string[]
}

/** What is wrong with a lesson, beside it: a bar above the page, a list at its side, and a number at each place. */
export function Findings({ lesson, brokenOthers }: FindingsProps) {
  const { word, away } = useFindings(lesson)
  const [chosen, setOpen] = useState<boolean>()
  const findings = word?.findings ?? []
  const errors = findings.filter((it) => it.level === 'error').length
  const open = (chosen ?? errors > 0) && findings.length > 0
  useEffect(() => placePins(word?.findings ?? [], () => setOpen(true)), [word])
  return (
    <>
      <section className="findings-bar" aria-label="Result of the check">
        <div className="page">
          <b>{lesson}</b>
          <span role="status">
            <Count errors={errors} advice={findings.length - errors} known={word !== undefined} />
          </span>
          <span className="quiet">
            {away ? 'The development server is away. ' : when(word)}
            {brokenOthers.length > 0 && (
              <>
                Broken as well:{' '}
                {brokenOthers.map((it) => (
                  <a key={it} href={`/lessons/${it}`}>
                    {it}{' '}
                  </a>
                ))}
              </>
            )}
          </span>
          <span className="right-end">
            {findings.length > 0 && (
              <button type="button" className="button plain" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? 'Hide the findings' : 'Show the findings'}
              </button>
            )}
            <a href="/authors">How a lesson is written</a>
            <code translate="no" className="inline-code">
              npm run lesson:check -- {lesson}
            </code>
          </span>
        </div>
      </section>
      {open && (
        <aside className="findings" aria-label="Findings">
          <h2>Findings</h2>
          <p className="quiet">In the order of the files. A number opens its place.</p>
          {findings.map((it, i) => (
            <FindingItem key={`${it.file}:${it.line}:${it.column} ${it.rule} ${it.what}`} finding={it} number={i + 1} />
          ))}
        </aside>
      )}
    </>
  )
}

function Count({
  errors,
  advice,
  known,
}: {
  readonly errors: number
  readonly advice: number
  readonly known: boolean
}) {
  if (!known) return <>Checking</>
  if (errors + advice === 0) return <>Nothing to mend</>
  return (
    <>
      {errors > 0 && <b className="wrong">{`${errors} to mend`}</b>}
      {errors > 0 && advice > 0 && ', '}
      {advice > 0 && `${advice} to consider`}
    </>
  )
}

function when(word: { readonly checking: boolean; readonly afterSave?: number } | undefined): string {
  if (!word) return ''
  const seconds = word.afterSave !== undefined ? `${(word.afterSave / 1000).toFixed(1)} s after you saved` : 'now'
  return word.checking
    ? `Text and cards checked ${seconds}; its code and its exercises are being checked. `
    : `Checked ${seconds}. `
}
