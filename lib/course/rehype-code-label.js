// Plain JavaScript, because the bundler runs it in whatever Node the machine has.
import { visit } from 'unist-util-visit'

/** @typedef {{ readonly tagName: string, readonly properties: Record<string, unknown>, readonly data?: { readonly meta?: string | null } }} Element */

/** Keeps the words after a fence’s language (```ts faulty ID) as `data-label` of the code element. */
export default function rehypeCodeLabel() {
  /** @param {Parameters<typeof visit>[0]} tree */
  return (tree) => {
    visit(tree, 'element', (node) => {
      const { tagName, properties, data } = /** @type {Element} */ (/** @type {unknown} */ (node))
      const label = data?.meta?.trim()
      if (tagName === 'code' && label) properties['data-label'] = label
    })
  }
}
