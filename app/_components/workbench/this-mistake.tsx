import { useLayoutEffect, useState } from 'react'
import { InlineText } from './inline-text.tsx'
import styles from './verdict.module.css'

interface ThisMistakeProps {
  readonly misconception: string
  /** The exercise in which it was recognized. */
  readonly exercise: string
  /** The lesson's entry that explains it. */
  readonly title: string
  /** The lesson that has the entry. */
  readonly lesson: string
  /** The learner's code. */
  readonly source: string
}

/**
 * The lesson's entry for a recognized misconception, in the verdict: the faulty line next to the right one. It is copied
 * from the page, which has it already; on a page without the lesson’s text, only the link is shown. While it is
 * shown, the entry on the page is marked as the learner's.
 */
export function ThisMistake({ misconception, exercise, title, lesson, source }: ThisMistakeProps) {
  const [pair, setPair] = useState<{ readonly html: string; readonly isOnPage: boolean }>()
  useLayoutEffect(() => {
    const entry = document.getElementById(`mistake-${misconception}`)?.closest('details')
    const findPair = (name: string) => entry?.querySelector(`[data-line-pair~="${CSS.escape(name)}"]`)
    const original = findPair(`${exercise}/${misconception}`) ?? findPair(misconception)
    setPair({ html: original ? labelWithLine(original, source) : '', isOnPage: entry !== undefined && entry !== null })
    const mark = entry?.querySelector<HTMLElement>('[data-yours]')
    if (!mark) return
    mark.hidden = false
    return () => {
      mark.hidden = true
    }
  }, [misconception, exercise, source])
  if (!pair) return null
  const href = `#mistake-${misconception}`
  return (
    <section className={styles.thisMistake} aria-label="This mistake">
      <h4 className="h-ui">
        This mistake: <InlineText text={title} />
      </h4>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a piece of this very page, which the server rendered */}
      {pair.html && <div dangerouslySetInnerHTML={{ __html: pair.html }} />}
      <p className="small">
        <a href={pair.isOnPage ? href : `/lessons/${lesson}${href}`}>More under “Mistakes in code”</a>
      </p>
    </section>
  )
}

/** The pair as HTML, with the number of the learner's line if their code contains the faulty code exactly once. */
function labelWithLine(original: Element, source: string): string {
  const pair = original.cloneNode(true)
  if (!(pair instanceof Element)) return ''
  pair.removeAttribute('hidden')
  const [faulty] = pair.querySelectorAll('pre')
  const line = faulty && findLine(source, faulty.textContent ?? '')
  const label = pair.querySelector('p > span')
  if (line !== undefined && label) label.textContent = `Yours, line ${line}`
  return pair.outerHTML
}

/**
 * Finds the line on which a piece of code begins, whatever its spaces and semicolons, and with or without parentheses
 * around the body of an arrow function.
 *
 * @returns the line, from 1; undefined if the piece is there never or more than once
 */
export function findLine(source: string, piece: string): number | undefined {
  const { text: packedPiece } = packCode(piece)
  const { text, lines } = packCode(source)
  const at = packedPiece === '' ? -1 : text.indexOf(packedPiece)
  return at < 0 || text.includes(packedPiece, at + 1) ? undefined : lines[at]
}

/** Code without what may be written in two ways, and the line of each character that is left. */
function packCode(code: string): { readonly text: string; readonly lines: readonly number[] } {
  const characters = code.split('\n').flatMap((line, i) =>
    line
      .replaceAll(/[\s;]/g, '')
      .split('')
      .map((character) => ({ character, line: i + 1 })),
  )
  const redundant = findArrowParentheses(characters.map(({ character }) => character).join(''))
  const packed = characters.filter((_, i) => !redundant.has(i))
  return { text: packed.map(({ character }) => character).join(''), lines: packed.map(({ line }) => line) }
}

/** The places of parentheses that wrap the whole body of an arrow function, as in `x=>(x+1)`; an object needs its own. */
function findArrowParentheses(text: string): ReadonlySet<number> {
  const lineNumbers = new Set<number>()
  for (const { index } of text.matchAll(/=>\((?!\{)/g)) {
    const start = index + 2
    let depth = 0
    for (let end = start; end < text.length; end++) {
      if (text[end] === '(') depth++
      if (text[end] === ')') depth--
      if (depth > 0) continue
      // what continues after them, as in `x=>(x+1)*2`, needs them
      if (/^(?:[),\]}]|$)/.test(text.slice(end + 1, end + 2))) lineNumbers.add(start).add(end)
      break
    }
  }
  return lineNumbers
}
