'use client'

import { useEffect, useState } from 'react'
import { Button } from '#app/_components/ui/button.tsx'
import { capital } from '#app/_components/ui/spell-number.ts'
import { FindingsEvent, type ShownFinding } from '#lib/contract/authors.ts'
import styles from './findings.module.css'

interface FindingsProps {
  readonly lesson: string
  /** Other lessons that cannot be shown as they are. */
  readonly brokenOthers: readonly string[]
}

/** A lesson’s errors and warnings: a bar above the page, a list at its side, and a number at each place. */
export function Findings({ lesson, brokenOthers }: FindingsProps) {
  const { event, isDisconnected } = useFindings(lesson)
  const [chosen, setOpen] = useState<boolean>()
  const findings = event?.findings ?? []
  const errors = findings.filter(({ level }) => level === 'error').length
  const open = (chosen ?? errors > 0) && findings.length > 0
  useEffect(() => placePins(event?.findings ?? [], () => setOpen(true)), [event])
  return (
    <>
      <section className={styles.bar} aria-label="Result of the check">
        <div className="page cluster">
          <b>{lesson}</b>
          <span role="status">
            <Count errors={errors} warnings={findings.length - errors} isChecked={event !== undefined} />
          </span>
          <span className="quiet">
            {isDisconnected ? 'Lost connection to the dev server. ' : formatCheckTime(event)}
            {brokenOthers.length > 0 && (
              <>
                Broken as well:{' '}
                {brokenOthers.map((brokenOther) => (
                  <a key={brokenOther} href={`/lessons/${brokenOther}`}>
                    {brokenOther}{' '}
                  </a>
                ))}
              </>
            )}
          </span>
          <span className={`cluster ${styles.end}`}>
            {findings.length > 0 && (
              <Button variant="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? 'Hide the problems' : 'Show the problems'}
              </Button>
            )}
            <a href="/authors">How a lesson is written</a>
            <code translate="no" className="inline-code">
              npm run lesson:check -- {lesson}
            </code>
          </span>
        </div>
      </section>
      {open && (
        <aside className={styles.findings} aria-label="Problems">
          <h2>Problems</h2>
          <p className="quiet">Sorted by file. Select a number to go to its position.</p>
          {findings.map((finding, i) => (
            <FindingItem
              key={`${finding.file}:${finding.line}:${finding.column} ${finding.rule} ${finding.message}`}
              finding={finding}
              number={i + 1}
            />
          ))}
        </aside>
      )}
    </>
  )
}

function Count({
  errors,
  warnings,
  isChecked,
}: {
  readonly errors: number
  readonly warnings: number
  readonly isChecked: boolean
}) {
  if (!isChecked) return <>Checking</>
  if (errors + warnings === 0) return <>No problems</>
  return (
    <>
      {errors > 0 && <b className="wrong">{`${errors} ${errors === 1 ? 'error' : 'errors'}`}</b>}
      {errors > 0 && warnings > 0 && ', '}
      {warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`}
    </>
  )
}

function formatCheckTime(event: { readonly checking: boolean; readonly afterSave?: number } | undefined): string {
  if (!event) return ''
  const seconds = event.afterSave !== undefined ? `${(event.afterSave / 1000).toFixed(1)} s after you saved` : 'now'
  return event.checking
    ? `Text and cards checked ${seconds}; its code and its exercises are being checked. `
    : `Checked ${seconds}. `
}

/** What the checks say of a lesson, followed while its author writes. Absent until they have spoken. */
function useFindings(lesson: string): { readonly event: FindingsEvent | undefined; readonly isDisconnected: boolean } {
  const [event, setWord] = useState<FindingsEvent>()
  const [isDisconnected, setAway] = useState(false)
  useEffect(() => {
    const feed = new EventSource(`/api/authors/findings?lesson=${encodeURIComponent(lesson)}`)
    feed.onopen = () => setAway(false)
    feed.onerror = () => setAway(true)
    feed.onmessage = ({ data }: MessageEvent<string>) => setWord(FindingsEvent.parse(JSON.parse(data)))
    return () => feed.close()
  }, [lesson])
  return { event, isDisconnected }
}

/**
 * Sets the number of each finding at its place in the lesson.
 *
 * @param onOpen  a number was pressed: its finding should be in sight
 * @returns what takes the numbers away
 */
function placePins(findings: readonly ShownFinding[], onOpen: () => void): () => void {
  const pins = findings.map((finding, i) => {
    const pin = document.createElement('a')
    pin.className = finding.level === 'warning' ? `${styles.pin} ${styles.warning}` : (styles.pin ?? '')
    pin.id = pinId(i + 1)
    pin.href = `#${findingId(i + 1)}`
    pin.textContent = String(i + 1)
    pin.setAttribute('aria-label', `Problem ${i + 1}: ${finding.message}`)
    pin.addEventListener('click', onOpen)
    findElement(finding)?.append(pin)
    return pin
  })
  return () => {
    for (const pin of pins) pin.remove()
  }
}

/** The element that the finding is about: the last one that begins before its line, the cards, an exercise, the head. */
function findElement({ file, line }: ShownFinding): Element | null {
  const [, , , inLesson = '', exercise = ''] = file.split('/')
  const head = document.querySelector('#main h1')
  if (inLesson === 'cards.ts') return document.getElementById('cards') ?? head
  if (inLesson === 'exercises')
    return (
      document.querySelector(`#${CSS.escape(`build-${exercise}`)} [data-brief] :is(p, .prose)`) ??
      document.getElementById('build') ??
      head
    )
  const marked = [...document.querySelectorAll<HTMLElement>('#main [data-line]')]
  const before = marked.filter(({ dataset }) => Number(dataset.line) <= line)
  const nearestLine = Math.max(...before.map(({ dataset }) => Number(dataset.line)))
  const matches = before.filter(({ dataset }) => Number(dataset.line) === nearestLine).at(-1)
  return matches?.querySelector(':scope > [data-message]') ?? matches ?? head
}

/** One finding: what is wrong, what to do, and where. */
function FindingItem({ finding, number }: { readonly finding: ShownFinding; readonly number: number }) {
  const { level, message, fix, file, line, column } = finding
  return (
    <article className={styles.finding} id={findingId(number)}>
      <a
        className={level === 'warning' ? `${styles.pin} ${styles.warning}` : styles.pin}
        href={`#${pinId(number)}`}
        aria-label={`Position of problem ${number}`}
      >
        {number}
      </a>
      <p className={styles.what}>
        {capital(message)}
        <span className="vh">{level === 'warning' ? ' (warning)' : ' (error)'}</span>
      </p>
      <p className="quiet">{fix}</p>
      <p className={`quiet ${styles.where}`}>{`${file.replace(/^content\/lessons\//, '')}:${line}:${column}`}</p>
    </article>
  )
}

const findingId = (number: number): string => `finding-${number}`
/** Where the finding's number is in the lesson. */
const pinId = (number: number): string => `pin-${number}`
