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
              <Cells of={strengths.get(id)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ of }: { readonly of: Found | undefined }) {
  if (of === undefined) return <td colSpan={5}>Being graded</td>
  if (of === 'away') return <td colSpan={5}>The server didn’t respond. Reload the page to try again.</td>
  return (
    <>
      <td>{of.right}</td>
      <Files of={of.rightThatFail} />
      <td>{of.wrong}</td>
      <Files of={of.wrongThatPass} />
      <Files of={of.misnamed} among={of.named} />
    </>
  )
}

function Files({ of, among }: { readonly of: readonly string[]; readonly among?: number }) {
  if (of.length === 0) return <td>{among === undefined ? 'none' : `none of ${among}`}</td>
  return (
    <td>
      <b className="wrong">✕ {of.join(', ')}</b>
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
