import type { AnyNode, Expression, Program } from 'acorn'
import MagicString from 'magic-string'
import { namesOf, unexport } from './exports.ts'
import type { Segments } from './place.ts'
import { children, FUNCTIONS } from './refuse.ts'
import { HALT, LEFT, NAMES, STOP, TRACE } from './reserved.ts'

/** A place where steps are counted or a variable is traced; `offset` in the JavaScript. */
export interface Site {
  readonly kind: 'loop' | 'function' | 'expression' | 'variable'
  /** Of the function, the function around the loop, or the variable; empty where there is none. */
  readonly name: string
  readonly offset: number
}
export interface Instrumented {
  readonly code: string
  readonly sites: readonly Site[]
  /** From the code back to the JavaScript. Slow: for errors only. */
  readonly map: () => readonly Segments[]
}

/**
 * Adds the counters, `if(!--left)stop(site)`, and makes the module a function of what the harness gives it. The counter
 * is one more than the steps that are left: an interpreter takes fewer instructions to count down to 0. To stop leaves no
 * step, so that a `catch` cannot swallow it: the next step stops again.
 *
 * The outer function has the counter, the inner one has nothing to find in `arguments` and `this`.
 */
export function instrument(js: string, program: Program, trace: boolean): Instrumented {
  const text = new MagicString(js)
  const sites: Site[] = []
  const walk = walker(text, sites, trace)
  for (const node of program.body) {
    unexport(text, node)
    walk(node, nameFor(node, program) ?? '', false)
  }
  text.prepend(
    `(function(${HALT},${LEFT},${TRACE}){"use strict";${LEFT}++;const ${STOP}=(at)=>{${LEFT}=1;${HALT}(at)},${NAMES}=(function(){`,
  )
  text.append(
    `\n;return [${namesOf(program)}]})();` +
      `return {__proto__:null,names:${NAMES},left(){return ${LEFT}-1},reset(n){${LEFT}=n+1}}})\n//# sourceURL=answer.js`,
  )
  return { code: text.toString(), sites, map: () => text.generateDecodedMap({ hires: true }).mappings as Segments[] }
}

type Walk = (node: AnyNode, name: string, inFunction: boolean) => void

/** One plain recursive walk (a generic visitor's dispatch is slower). `name` is that of the function around a node. */
function walker(text: MagicString, sites: Site[], trace: boolean): Walk {
  const site = (kind: Site['kind'], name: string, offset: number) => sites.push({ kind, name, offset }) - 1
  const tick = (kind: Site['kind'], name: string, offset: number) =>
    `if(!--${LEFT})${STOP}(${site(kind, name, offset)});`

  function enter(body: AnyNode, at: AnyNode, kind: Site['kind'], name: string): void {
    if (body.type !== 'BlockStatement') {
      text.appendRight(body.start, `{${tick(kind, name, at.start)}`)
      text.prependLeft(body.end, '}')
      return
    }
    const directives = body.body.filter((s) => 'directive' in s && s.directive !== undefined)
    const last = directives.at(-1)
    if (last) text.appendRight(last.end, `;${tick(kind, name, at.start)}`)
    else text.appendRight(body.start + 1, tick(kind, name, at.start))
  }

  function enterFunction(node: AnyNode, name: string): void {
    if (node.type !== 'ArrowFunctionExpression' || node.body.type === 'BlockStatement') {
      if ('body' in node && node.body) enter(node.body as AnyNode, node, 'function', name)
      return
    }
    text.appendRight(node.body.start, `(--${LEFT}||${STOP}(${site('function', name, node.start)}),`)
    text.prependLeft(node.body.end, ')')
  }

  /** Counts a step each time that an expression is evaluated. */
  function enterExpression(value: AnyNode, name: string): void {
    text.appendRight(value.start, `(--${LEFT}||${STOP}(${site('expression', name, value.start)}),`)
    text.prependLeft(value.end, ')')
  }

  /**
   * Counts what runs again and again without being a loop or a function's body: each new instance evaluates its class's
   * fields, each call its parameters' defaults, each resumption of a generator what follows a `yield`.
   */
  function enterRepeated(node: AnyNode, name: string): void {
    switch (node.type) {
      case 'PropertyDefinition':
        if (node.value && !CONSTANT.has(node.value.type)) enterExpression(node.value, name)
        return
      case 'AssignmentPattern':
        if (!CONSTANT.has(node.right.type)) enterExpression(node.right, name)
        return
      case 'YieldExpression':
        if (node.argument) enterExpression(node.argument, name)
        else text.appendLeft(node.end, ` (--${LEFT}||${STOP}(${site('expression', name, node.start)}),void 0)`)
        return
      case 'AwaitExpression':
        enterExpression(node.argument, name)
        return
      case 'StaticBlock': {
        const [first] = node.body
        if (first) text.appendRight(first.start, tick('expression', name, node.start))
      }
    }
  }

  function traced(name: string, offset: number, value: Expression): void {
    if (UNTRACED.has(value.type)) return
    text.appendRight(value.start, `${TRACE}(${site('variable', name, offset)},`)
    text.prependLeft(value.end, ')')
  }

  return function walk(node, name, inFunction) {
    if (LOOPS.has(node.type) && 'body' in node) enter(node.body as AnyNode, node, 'loop', name)
    else if (FUNCTIONS.has(node.type)) enterFunction(node, name)
    else if (REPEATED.has(node.type)) enterRepeated(node, name)
    else if (trace && inFunction) {
      const it = assigned(node)
      if (it) traced(it.name, node.start, it.value)
    }
    const inside = inFunction || FUNCTIONS.has(node.type)
    for (const child of children(node)) walk(child, nameFor(child, node) ?? name, inside)
  }
}
const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
])
/** What may run more often than what it stands in. */
const REPEATED: ReadonlySet<string> = new Set([
  'PropertyDefinition',
  'AssignmentPattern',
  'YieldExpression',
  'AwaitExpression',
  'StaticBlock',
])
/** What takes no work to evaluate; a function takes its name from what it is assigned to. */
const CONSTANT: ReadonlySet<string> = new Set([...FUNCTIONS, 'Literal'])
/** What is no array, or takes its name from the variable. */
const UNTRACED: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  'ClassExpression',
  'Literal',
  'UnaryExpression',
  'UpdateExpression',
  'BinaryExpression',
  'TemplateLiteral',
])

/** The variable that a node assigns a whole value to. */
function assigned(node: AnyNode): { readonly name: string; readonly value: Expression } | undefined {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
    return { name: node.id.name, value: node.init }
  if (node.type === 'AssignmentExpression' && node.operator === '=' && node.left.type === 'Identifier')
    return { name: node.left.name, value: node.right }
  return undefined
}

/** What a function is called, where it says so itself or what holds it does. */
function nameFor(child: AnyNode, parent: AnyNode): string | undefined {
  if (!FUNCTIONS.has(child.type)) return undefined
  if ('id' in child && child.id?.type === 'Identifier') return child.id.name
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name
  if ('key' in parent && parent.key.type === 'Identifier') return parent.key.name
  return ''
}
