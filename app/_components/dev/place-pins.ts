import type { ShownFinding } from '#lib/contract/authors.ts'
import { findingId, pinId } from './finding-item.tsx'

/**
 * Sets the number of each finding at its place in the lesson.
 *
 * @param onOpen  a number was pressed: its finding should be in sight
 * @returns what takes the numbers away
 */
export function placePins(findings: readonly ShownFinding[], onOpen: () => void): () => void {
  const pins = findings.map((finding, i) => {
    const pin = document.createElement('a')
    pin.className = finding.level === 'advice' ? 'pin advice' : 'pin'
    pin.id = pinId(i + 1)
    pin.href = `#${findingId(i + 1)}`
    pin.textContent = String(i + 1)
    pin.setAttribute('aria-label', `Finding ${i + 1}: ${finding.what}`)
    pin.addEventListener('click', onOpen)
    placeOf(finding)?.append(pin)
    return pin
  })
  return () => {
    for (const pin of pins) pin.remove()
  }
}

/** The element that the finding is about: the last one that begins before its line, the cards, an exercise, the head. */
function placeOf({ file, line }: ShownFinding): Element | null {
  const [, , , inLesson = '', exercise = ''] = file.split('/')
  const head = document.querySelector('#main h1')
  if (inLesson === 'cards.ts') return document.getElementById('cards') ?? head
  if (inLesson === 'exercises')
    return (
      document.querySelector(`#${CSS.escape(`build-${exercise}`)} .brief :is(p, .prose)`) ??
      document.getElementById('build') ??
      head
    )
  const marked = [...document.querySelectorAll<HTMLElement>('#main [data-line]')]
  const before = marked.filter((it) => Number(it.dataset.line) <= line)
  const nearest = Math.max(...before.map((it) => Number(it.dataset.line)))
  const found = before.filter((it) => Number(it.dataset.line) === nearest).at(-1)
  return found?.querySelector(':scope > .label') ?? found ?? head
}
