import type { MdxNode } from '#lib/course/mdx.ts'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'

/** A component or an element of HTML in a lesson. */
export type Element = Extract<MdxNode, { readonly type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
export type Attribute = Extract<Element['attributes'][number], { readonly type: 'mdxJsxAttribute' }>

/** Whether a node is a component or an element of HTML; a fragment is none. */
export const isElement = (node: { readonly type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** Whether it is a component by that name. */
export const isNamed = (node: { readonly type: string }, name: string): node is Element =>
  isElement(node) && node.name === name

/** An attribute by its name. */
export const findAttribute = (element: Element, name: string): Attribute | undefined =>
  element.attributes.find(
    (attribute): attribute is Attribute => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  )

/** An attribute's text; undefined where it is absent or code. */
export function getAttributeText(element: Element, name: string): string | undefined {
  const value = findAttribute(element, name)?.value
  return typeof value === 'string' ? value : undefined
}

/** Where a piece of an element's opening tag is: an attribute's value, say; the tag where it is not there. */
export function findPartPosition(element: Element, mdx: string, part: string): TextPosition {
  const start = element.position?.start.offset ?? 0
  const inside = mdx.slice(start, element.position?.end.offset).indexOf(part)
  return textPositionAt(mdx, start + Math.max(0, inside))
}
