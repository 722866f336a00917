import { visit } from 'unist-util-visit'

interface Element {
  readonly type: 'element'
  readonly position?: { readonly start: { readonly line: number } }
  readonly properties: Record<string, unknown>
}

/** For development: marks each element of a lesson with its line, so that findings can be pinned to their place. */
export default function rehypeLines() {
  return (tree: Parameters<typeof visit>[0]): void => {
    visit(tree, 'element', (node) => {
      const { position, properties } = node as unknown as Element
      if (position) properties['data-line'] = position.start.line
    })
  }
}
