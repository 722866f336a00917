import type { AnyNode, Program } from 'acorn'
import { children } from '../compile/assert-supported-syntax.ts'

/** The nodes that contain an offset, the innermost first. */
export function findPath(program: Program, offset: number): readonly AnyNode[] {
  const path: AnyNode[] = []
  let node: AnyNode | undefined = program
  while (node) {
    path.unshift(node)
    node = children(node).find(({ start, end }) => start <= offset && offset < end)
  }
  return path
}

/** All nodes below a node, itself included, in the order of the source. */
export function* walkInOrder(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const child of children(node).sort((a, b) => a.start - b.start)) yield* walkInOrder(child)
}
