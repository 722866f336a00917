import { Fragment, type ReactNode } from 'react'

/**
 * A sentence of an author, with its few marks set: `code` between backticks, √d_k and q_0 with a lowered index,
 * e^0 with a raised one.
 */
export function InlineText({ text }: { readonly text: string }): ReactNode {
  const parts = text.split(/`([^`]+)`/)
  return parts.map((part, i) => {
    const key = `${i}:${part}`
    if (i % 2 === 1)
      return (
        <code translate="no" key={key} className="inline-code">
          {part}
        </code>
      )
    return <Fragment key={key}>{renderSymbols(part)}</Fragment>
  })
}

/** A letter with an index (`d_k`, `w_{00}`) or an exponent (`e^0`), as it stands in running text. */
const SYMBOL = /(?<![A-Za-z0-9])([A-Za-z])(_|\^)(?:\{([^}\s]+)\}|([A-Za-z0-9−+]+))/g

function renderSymbols(text: string): ReactNode[] {
  const out: ReactNode[] = []
  let at = 0
  for (const m of text.matchAll(SYMBOL)) {
    const [whole, letter, mark, braced, bare] = m
    out.push(text.slice(at, m.index))
    const index = braced ?? bare
    out.push(
      <Fragment key={m.index}>
        <i>{letter}</i>
        {mark === '_' ? <sub>{index}</sub> : <sup>{index}</sup>}
      </Fragment>,
    )
    at = m.index + whole.length
  }
  out.push(text.slice(at))
  return out
}
