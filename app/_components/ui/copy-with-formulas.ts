const FORMULA = '.katex'
const DISPLAY = '.katex-display'

/**
 * Handles `copy`: a formula in the selection is copied once, as its TeX between dollar signs. KaTeX sets each formula
 * twice, as MathML for screen readers and as boxes for the eye, and the browser would copy both, with the zero-width
 * spaces of the boxes. KaTeX's own extension, `copy-tex`, mends the plain text alone, and joins its paragraphs.
 *
 * A selection without a formula, or in a field, is left to the browser.
 */
export function copyWithFormulas(event: ClipboardEvent): void {
  const selection = document.getSelection()
  if (event.defaultPrevented || !event.clipboardData || !selection || selection.isCollapsed) return
  const copy = document.createElement('div')
  for (let i = 0; i < selection.rangeCount; i++) copy.append(cloneWithWholeFormulas(selection.getRangeAt(i)))
  const formulas = copy.querySelectorAll(FORMULA)
  if (formulas.length === 0) return
  for (const formula of formulas) replaceWithTex(formula)
  event.clipboardData.setData('text/html', copy.innerHTML)
  event.clipboardData.setData('text/plain', toPlainText(copy))
  event.preventDefault()
}

/** What is selected; a formula that is selected in part comes whole, since no part of it has a source. */
function cloneWithWholeFormulas(selected: Range): DocumentFragment {
  const range = selected.cloneRange()
  const first = closestFormula(range.startContainer)
  if (first) range.setStartBefore(first)
  const last = closestFormula(range.endContainer)
  if (last) range.setEndAfter(last)
  return range.cloneContents()
}

function closestFormula(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest(DISPLAY) ?? element?.closest(FORMULA) ?? null
}

function replaceWithTex(formula: Element): void {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent
  if (tex === undefined || tex === null) return
  const mark = formula.closest(DISPLAY) ? '$$' : '$'
  formula.replaceWith(`${mark}${tex.trim()}${mark}`)
}

/** As the browser would copy it: only a rendered element has lines between its paragraphs. */
function toPlainText(copy: HTMLElement): string {
  copy.style.cssText = 'position: fixed; inset: 0 auto auto -200vw; width: 100vw'
  document.body.append(copy)
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden isn't copied, and paragraphs stay apart
  const text = copy.innerText
  copy.remove()
  return text.replaceAll('\u200b', '').trim()
}
