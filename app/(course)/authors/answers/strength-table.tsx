'use client'

import { useEffect, useState } from 'react'
import { StrengthAnswer } from '#lib/contract/authors.ts'

interface StrengthTableProps {
  readonly exercises: readonly { readonly id: string; readonly href: string }[]
}
type Found = StrengthAnswer | 'away'

/** How each exercise judges its own right and wrong answers, graded by the server that shows this page. */
export function StrengthTable({ exercises }: StrengthTableProps) {
  const strengths = useStrengths(exercises)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="table-scroll" tabIndex={0}>
      <table className="plain-table" aria-label="Strength of each exercise">
        <thead>
          <tr>
            <th scope="col">Exercise</th>
            <th scope="col">Right answers</th>
            <th scope="col">of them rejected</th>
            <th scope="col">Wrong answers</th>
            <th scope="col">of them passing</th>
            <th scope="col">Misnamed</th>
          </tr>
        </thead>
        <tbody>
          {exercises.map(({ id, href }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href}>{id}</a>
              </th>
              <Cells found={strengths.get(id)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ found }: { readonly found: Found | undefined }) {
  if (found === undefined) return <td colSpan={5}>Being graded</td>
  if (found === 'away') return <td colSpan={5}>The server didn’t respond. Reload the page to try again.</td>
  return (
    <>
      <td>{found.right}</td>
      <Files files={found.rightThatFail} />
      <td>{found.wrong}</td>
      <Files files={found.wrongThatPass} />
      <Files files={found.misnamed} total={found.named} />
    </>
  )
}

function Files({ files, total }: { readonly files: readonly string[]; readonly total?: number }) {
  if (files.length === 0) return <td>{total === undefined ? 'none' : `none of ${total}`}</td>
  return (
    <td>
      <b className="wrong">✕ {files.join(', ')}</b>
    </td>
  )
}

/** One after the other: the server grades learners at the same time. */
function useStrengths(exercises: StrengthTableProps['exercises']): ReadonlyMap<string, Found> {
  const [strengths, setFound] = useState<ReadonlyMap<string, Found>>(new Map())
  useEffect(() => {
    const unmounted = new AbortController()
    const loadAll = async () => {
      for (const { id } of exercises) {
        const one = await loadStrength(id, unmounted.signal)
        if (unmounted.signal.aborted) return
        setFound((before) => new Map(before).set(id, one))
      }
    }
    void loadAll()
    return () => unmounted.abort()
  }, [exercises])
  return strengths
}

async function loadStrength(exercise: string, signal: AbortSignal): Promise<Found> {
  try {
    const response = await fetch(`/api/authors/strength?exercise=${exercise}`, { signal })
    return response.ok ? StrengthAnswer.parse(await response.json()) : 'away'
  } catch {
    return 'away'
  }
}
