import type { AnyNode, Expression, Program } from 'acorn'
import MagicString from 'magic-string'
import { DEPTH_LIMIT, TOO_DEEP_SITE } from '../harness/tags.ts'
import { children, FUNCTIONS } from './assert-supported-syntax.ts'
import { listExports, stripExports } from './exports.ts'
import { createGuard } from './guard.ts'
import type { Segments } from './position.ts'
import { findRecursiveNames, getClassName, getFunctionName, isInitializer } from './recursive-functions.ts'
import { ABORT_FN, DEPTH, EXPORTS_VAR, FUEL_VAR, ITERABLE, NOTHING, OUT_OF_FUEL_FN, TRACE } from './reserved.ts'

/** A place where steps are counted or a variable is traced; `offset` in the JavaScript. */
export interface Site {
  readonly kind: 'loop' | 'function' | 'expression' | 'variable'
  /** Of the function, the function around the loop, or the variable; empty where there is none. */
  readonly name: string
  readonly offset: number
  /** Whether the function may call itself. */
  readonly isRecursive?: true
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
  const walk = createWalker(text, js, sites, trace, findRecursiveNames(program))
  for (const node of program.body) {
    stripExports(text, node)
    walk(node, getFunctionName(node, program) ?? '', false, '')
  }
  text.prepend(
    `(function(${ABORT_FN},${FUEL_VAR},${TRACE},${ITERABLE},${NOTHING}){"use strict";${FUEL_VAR}++;let ${DEPTH}=0;const ${OUT_OF_FUEL_FN}=(at)=>{${FUEL_VAR}=1;${ABORT_FN}(at)},${EXPORTS_VAR}=(function(){`,
  )
  text.append(
    `\n;return [${listExports(program)}]})();` +
      `return {__proto__:null,names:${EXPORTS_VAR},left(){return ${FUEL_VAR}-1},reset(n){${FUEL_VAR}=n+1},begin(n){${FUEL_VAR}=n+1;${DEPTH}=0}}})\n//# sourceURL=answer.js`,
  )
  return { code: text.toString(), sites, map: () => text.generateDecodedMap({ hires: true }).mappings as Segments[] }
}

/** An engine nests calls of the constructor, of what initializes its fields, and of what we add. */
const CALLS_OF_AN_INITIALIZER = 3

type Walk = (node: AnyNode, name: string, inFunction: boolean, className: string) => void

/** One plain recursive walk (a generic visitor's dispatch is slower). `name` is that of the function around a node. */
function createWalker(
  text: MagicString,
  js: string,
  sites: Site[],
  trace: boolean,
  recursiveNames: ReadonlySet<string>,
): Walk {
  const guard = createGuard(text, js)
  const site = (kind: Site['kind'], name: string, offset: number) => {
    const isRecursive = kind === 'function' && recursiveNames.has(name)
    return sites.push({ kind, name, offset, ...(isRecursive && { isRecursive }) }) - 1
  }
  /** Counts a step, or several for a long body, because an unrolled loop is work too. */
  const tick = (kind: Site['kind'], name: string, at: AnyNode) => {
    const steps = countSteps(at)
    const stop = `${OUT_OF_FUEL_FN}(${site(kind, name, at.start)});`
    return steps === 1 ? `if(!--${FUEL_VAR})${stop}` : `if((${FUEL_VAR}-=${steps})<1)${stop}`
  }
  const tickExpression = (kind: Site['kind'], name: string, at: AnyNode) => {
    const steps = countSteps(at)
    const stop = `${OUT_OF_FUEL_FN}(${site(kind, name, at.start)})`
    return steps === 1 ? `(--${FUEL_VAR}||${stop},` : `((${FUEL_VAR}-=${steps})<1&&${stop},`
  }

  function enter(body: AnyNode, at: AnyNode, kind: Site['kind'], name: string, more = ''): void {
    const first = tick(kind, name, at) + more
    if (body.type !== 'BlockStatement') {
      text.appendRight(body.start, `{${first}`)
      text.prependLeft(body.end, '}')
      return
    }
    const directives = body.body.filter((s) => 'directive' in s && s.directive !== undefined)
    const last = directives.at(-1)
    if (last) text.appendRight(last.end, `;${first}`)
    else text.appendRight(body.start + 1, first)
  }

  function enterFunction(node: AnyNode, name: string): void {
    if (!('body' in node) || !node.body) return
    const body = node.body as AnyNode
    const isExpression = node.type === 'ArrowFunctionExpression' && body.type !== 'BlockStatement'
    if (isNested(node, name)) {
      enter(
        body,
        node,
        'function',
        name,
        `if(++${DEPTH}>${DEPTH_LIMIT})${ABORT_FN}(${TOO_DEEP_SITE});try{${isExpression ? 'return ' : ''}`,
      )
      text.prependLeft(isExpression ? body.end : body.end - 1, `}finally{--${DEPTH}}`)
    } else if (isExpression) {
      text.appendRight(body.start, tickExpression('function', name, node))
      text.prependLeft(body.end, ')')
    } else enter(body, node, 'function', name)
  }

  /** Limits the depth of a value that may be evaluated again while it is evaluated. */
  function nest(value: AnyNode): void {
    text.appendRight(
      value.start,
      `(()=>{if((${DEPTH}+=${CALLS_OF_AN_INITIALIZER})>${DEPTH_LIMIT})${ABORT_FN}(${TOO_DEEP_SITE});try{return `,
    )
    text.prependLeft(value.end, `}finally{${DEPTH}-=${CALLS_OF_AN_INITIALIZER}}})()`)
  }

  /** Whether calls of a function may be nested. We limit their depth, because engines differ in theirs. */
  const isNested = (node: AnyNode, name: string): boolean =>
    recursiveNames.has(name) && !('generator' in node && node.generator) && !('async' in node && node.async)

  /** Counts a step each time an expression is evaluated. */
  function enterExpression(value: AnyNode, name: string): void {
    text.appendRight(value.start, tickExpression('expression', name, value))
    text.prependLeft(value.end, ')')
  }

  /**
   * Counts code that runs repeatedly but isn’t a loop or the body of a function: every new instance evaluates its
   * class’s fields, every call its parameters’ defaults, and every resumption of a generator the code after a `yield`.
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
        else
          text.appendLeft(
            node.end,
            ` (--${FUEL_VAR}||${OUT_OF_FUEL_FN}(${site('expression', name, node.start)}),void 0)`,
          )
        return
      case 'AwaitExpression':
        enterExpression(node.argument, name)
        return
      case 'Property':
        // a generator binds its parameters, and may throw while doing so, before its body is entered
        if (node.computed) enterExpression(node.key, name)
        return
      case 'StaticBlock': {
        const [first] = node.body
        if (first) text.appendRight(first.start, tick('expression', name, node))
      }
    }
  }

  function insertTrace(name: string, offset: number, value: Expression): void {
    if (UNTRACED.has(value.type)) return
    text.appendRight(value.start, `${TRACE}(${site('variable', name, offset)},`)
    text.prependLeft(value.end, ')')
  }

  function enterLoop(node: AnyNode, body: AnyNode, name: string): void {
    if (node.type === 'ForOfStatement' && guard.movePattern(node, tick('loop', name, node)))
      text.prependLeft(body.end, '}')
    else enter(body, node, 'loop', name)
  }

  return function walk(node, name, inFunction, outerClass) {
    guard.check(node)
    if (LOOPS.has(node.type) && 'body' in node) enterLoop(node, node.body as AnyNode, name)
    else if (FUNCTIONS.has(node.type)) enterFunction(node, name)
    else if (REPEATED.has(node.type)) enterRepeated(node, name)
    else if (trace && inFunction) {
      const target = findAssignment(node)
      if (target) insertTrace(target.name, node.start, target.value)
    }
    const inside = inFunction || FUNCTIONS.has(node.type)
    const className = getClassName(node) ?? outerClass
    for (const child of children(node)) {
      if (isInitializer(child, node) && recursiveNames.has(className) && !CONSTANT.has(child.type)) nest(child)
      walk(child, getFunctionName(child, node, className) ?? name, inside, className)
    }
  }
}
const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
])

/** Syntax tree nodes per step. Loop bodies and functions in real answers have fewer. */
const NODES_A_STEP = 60

/** Nodes that are counted as steps of their own, wherever they occur. */
const PAYING: ReadonlySet<string> = new Set([
  ...FUNCTIONS,
  ...LOOPS,
  'PropertyDefinition',
  'AssignmentPattern',
  'YieldExpression',
  'AwaitExpression',
  'StaticBlock',
])

/** How many steps one run of a loop body, function or expression takes, by the number of nodes that run with it. */
function countSteps(at: AnyNode): number {
  let nodes = 0
  const waiting = [...children(at)]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes++
    if (!PAYING.has(node.type)) waiting.push(...children(node))
  }
  return 1 + Math.floor(nodes / NODES_A_STEP)
}

/** Nodes that may run more often than the node that contains them. */
const REPEATED: ReadonlySet<string> = new Set([
  'PropertyDefinition',
  'AssignmentPattern',
  'YieldExpression',
  'AwaitExpression',
  'Property',
  'StaticBlock',
])
/** Nodes that take no work to evaluate. Wrapping a function would also change its inferred name. */
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
function findAssignment(node: AnyNode): { readonly name: string; readonly value: Expression } | undefined {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
    return { name: node.id.name, value: node.init }
  if (node.type === 'AssignmentExpression' && node.operator === '=' && node.left.type === 'Identifier')
    return { name: node.left.name, value: node.right }
  return undefined
}
