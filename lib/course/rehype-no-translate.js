// Plain JavaScript, because the bundler runs it in whatever Node the machine has.
import { visit } from 'unist-util-visit'

/** @typedef {{ readonly tagName: string, readonly properties: Record<string, unknown> }} Element */

/** Marks a lesson’s code and formulas so that a browser’s translator leaves them alone. */
export default function rehypeNoTranslate() {
  /** @param {Parameters<typeof visit>[0]} tree */
  return (tree) => {
    visit(tree, 'element', (node) => {
      const { tagName, properties } = /** @type {Element} */ (/** @type {unknown} */ (node))
      const { className } = properties
      const isFormula = Array.isArray(className) && className.includes('katex')
      if (tagName === 'code' || tagName === 'pre' || isFormula) properties.translate = 'no'
    })
  }
}
