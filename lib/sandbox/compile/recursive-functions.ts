import type { AnyNode, Program } from 'acorn'
import { children, FUNCTIONS } from './assert-supported-syntax.ts'

/**
 * Finds the names of functions that may call themselves, directly or through others. It compares only names, so it may
 * find too many; it misses only a function that is never called by a name.
 */
export function findRecursiveNames(program: Program): ReadonlySet<string> {
  const references = new Map<string, Set<string>>()
  collect(program, '', references)
  const calls = new Map<string, Set<string>>()
  for (const [name, all] of references)
    if (name !== '') calls.set(name, new Set([...all].filter((other) => other !== '' && references.has(other))))
  return findCycles(calls)
}

/** Collects the names that each named function refers to, including those in unnamed functions inside it. */
function collect(root: AnyNode, rootName: string, references: Map<string, Set<string>>): void {
  const waiting: [node: AnyNode, name: string, className: string][] = [[root, rootName, '']]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, name, outerClass] = next
    const className = getClassName(node) ?? outerClass
    if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') {
      const callees = references.get(name) ?? new Set()
      callees.add(node.name)
      references.set(name, callees)
    }
    for (const child of children(node)) {
      if ('id' in node && child === node.id && (FUNCTIONS.has(node.type) || getClassName(node))) continue // its own name isn’t a call
      const inner = isInitializer(child, node) ? className : getFunctionName(child, node, className)
      if (inner) references.set(inner, references.get(inner) ?? new Set())
      waiting.push([child, inner || name, className])
    }
  }
}

/**
 * The nodes of a graph that remain after repeatedly removing those without outgoing or without incoming edges: its
 * cycles and the nodes on paths between them.
 */
function findCycles(calls: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const remaining = new Set(calls.keys())
  const callers = new Map<string, Set<string>>()
  for (const [from, all] of calls) for (const to of all) callers.set(to, (callers.get(to) ?? new Set()).add(from))
  peel(calls, callers)
  peel(callers, calls)
  return remaining

  function peel(ahead: ReadonlyMap<string, ReadonlySet<string>>, behind: ReadonlyMap<string, ReadonlySet<string>>) {
    const count = (name: string) => [...(ahead.get(name) ?? [])].filter((other) => remaining.has(other)).length
    const degrees = new Map([...remaining].map((name) => [name, count(name)]))
    const ends = [...remaining].filter((name) => degrees.get(name) === 0)
    for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
      remaining.delete(name)
      for (const other of behind.get(name) ?? []) {
        if (!remaining.has(other)) continue
        const degree = (degrees.get(other) ?? 0) - 1
        degrees.set(other, degree)
        if (degree === 0) ends.push(other)
      }
    }
  }
}

/** The name of a class; undefined for other nodes. */
export const getClassName = (node: AnyNode): string | undefined =>
  (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') && node.id ? node.id.name : undefined

/** Whether a node is the initial value of a field, which every `new` evaluates. */
export const isInitializer = (child: AnyNode, parent: AnyNode): boolean =>
  parent.type === 'PropertyDefinition' && !parent.static && child === parent.value

/**
 * A function’s own name or that of what it is assigned to; empty if it has none; undefined for other nodes. A constructor
 * has the name of its class, because that is how it is called.
 */
export function getFunctionName(child: AnyNode, parent: AnyNode, className = ''): string | undefined {
  if (!FUNCTIONS.has(child.type)) return undefined
  if (parent.type === 'MethodDefinition' && parent.kind === 'constructor') return className
  if ('id' in child && child.id?.type === 'Identifier') return child.id.name
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'Identifier') return parent.left.name
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')
    return parent.left.property.type === 'Identifier' ? parent.left.property.name : ''
  if ('key' in parent && (parent.key.type === 'Identifier' || parent.key.type === 'PrivateIdentifier'))
    return parent.key.name
  return ''
}
