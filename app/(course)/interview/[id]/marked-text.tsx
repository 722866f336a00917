import type { ReactNode } from 'react'

interface MarkedTextProps {
  readonly text: string
  /** Parts of the text, each with what follows it. Where two overlap the earlier one is shown. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly label?: string }[]
}

/** An answer with the phrases that earned a point. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  const out: ReactNode[] = []
  let at = 0
  for (const { start, end, label } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || end <= start || end > text.length) {
      // it lies in a phrase that is marked already: its number stands behind that one
      if (label && start < at) out.push(<sup key={`sup ${label}`}>{label}</sup>)
      continue
    }
    out.push(
      text.slice(at, start),
      <mark key={start}>
        {text.slice(start, end)}
        {label && <sup>{label}</sup>}
      </mark>,
    )
    at = end
  }
  out.push(text.slice(at))
  return out
}
