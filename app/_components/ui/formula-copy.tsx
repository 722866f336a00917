'use client'

import { useEffect } from 'react'

/** Makes every formula on the site copy as TeX. Renders nothing. */
export function FormulaCopy(): null {
  useEffect(() => {
    document.addEventListener('copy', copyWithFormulas)
    return () => document.removeEventListener('copy', copyWithFormulas)
  }, [])
  return null
}

const FORMULA = '.katex'
const DISPLAY = '.katex-display'

/**
 * Handles `copy`: copies each formula in the selection once, as TeX between dollar signs. KaTeX renders every formula
 * twice, as MathML for screen readers and as boxes for the eye, and the browser would copy both, including the boxes’
 * zero-width spaces. KaTeX’s own extension, `copy-tex`, fixes only the plain text and joins its paragraphs.
 *
 * The browser handles a selection that contains no formula or is in a form field.
 */
function copyWithFormulas(event: ClipboardEvent): void {
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

/** Clones the selection. Extends it to whole formulas, because only a whole formula has a TeX source. */
function cloneWithWholeFormulas(selected: Range): DocumentFragment {
  const range = selected.cloneRange()
  const first = findClosestFormula(range.startContainer)
  if (first) range.setStartBefore(first)
  const last = findClosestFormula(range.endContainer)
  if (last) range.setEndAfter(last)
  return range.cloneContents()
}

function findClosestFormula(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest(DISPLAY) ?? element?.closest(FORMULA) ?? null
}

function replaceWithTex(formula: Element): void {
  const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent
  if (tex === undefined || tex === null) return
  const mark = formula.closest(DISPLAY) ? '$$' : '$'
  formula.replaceWith(`${mark}${tex.trim()}${mark}`)
}

/** The text as the browser would copy it. The element must be rendered to get line breaks between paragraphs. */
function toPlainText(copy: HTMLElement): string {
  copy.style.cssText = 'position: fixed; inset: 0 auto auto -200vw; width: 100vw'
  document.body.append(copy)
  // biome-ignore lint/performance/useDomNodeTextContent: `innerText` leaves out hidden text and keeps paragraphs apart
  const text = copy.innerText
  copy.remove()
  return text.replaceAll('\u200b', '').trim()
}
