import { Fragment, type ReactNode } from 'react'

const MARK = /<(i|sub|sup|code)>(.*?)<\/\1>/g

/** An interviewer's question as a lesson's frontmatter has it, with its few marks set: <i>, <sub>, <sup>, <code>. */
export function Question({ text }: { readonly text: string }): ReactNode {
  const out: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(MARK)) {
    const [whole, Tag, inner = ''] = match
    out.push(text.slice(at, match.index))
    if (Tag === 'i' || Tag === 'sub' || Tag === 'sup' || Tag === 'code')
      out.push(
        <Tag key={match.index} translate={Tag === 'code' ? 'no' : undefined}>
          <Question text={inner} />
        </Tag>,
      )
    at = match.index + whole.length
  }
  out.push(text.slice(at))
  return <Fragment>{out}</Fragment>
}
