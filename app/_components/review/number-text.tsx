import katex from 'katex'
import type { ReactNode } from 'react'

const MARKED = /(`[^`]+`|\$[^$]+\$)/

/** Text of a question with fresh numbers, with its `code` and $maths$ set. It is drawn in the page, and set there. */
export function NumberText({ text }: { readonly text: string }): ReactNode {
  return text.split(MARKED).map((part, i) => {
    const key = `${i}`
    if (part.startsWith('`'))
      return (
        <code translate="no" key={key}>
          {part.slice(1, -1)}
        </code>
      )
    if (part.startsWith('$')) {
      const html = katex.renderToString(part.slice(1, -1), { throwOnError: true, strict: true })
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output for an author's formula
      return <span key={key} translate="no" dangerouslySetInnerHTML={{ __html: html }} />
    }
    return part
  })
}
