import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { session } from '../session.ts'
import { v8Realm } from '../v8-realm.ts'
import { compile } from './compile.ts'

/** A function `f(n)` in which the construct runs n times without a loop of its own around it, or that is refused. */
type Construct =
  /** Each run takes a step. */
  | { readonly counted: string }
  /** The compiler says no. */
  | { readonly refused: string }
  /** Runs at most once each time that what it is in runs; what it calls counts for itself. */
  | 'once'

/** Runs a function n times by nothing but built-ins, which take no steps. */
const TIMES = 'const times = (n, g) => new Array(n).fill(0).forEach(g)'
const NEW = 'const instances = (n, C) => new Array(n).fill(C).forEach(Reflect.construct.bind(null, C, []))'

const CONSTRUCTS: Readonly<Record<string, Construct>> = {
  ArrayExpression: 'once',
  ArrayPattern: 'once',
  ArrowFunctionExpression: { counted: `${TIMES}; let x = 0; export const f = (n) => times(n, () => x++)` },
  AssignmentExpression: 'once',
  // a default that throws is evaluated, and the function that it is in is never entered
  AssignmentPattern: {
    counted:
      'const it = { [Symbol.iterator]: Array.prototype[Symbol.iterator] }; let x = 0; const g = (a = x++) => a; export const f = (n) => { const h = g.bind(null, undefined); new Array(n).fill(0).forEach(h) }',
  },
  AwaitExpression: 'once', // besides, an answer that waits has not been given when it is read
  BinaryExpression: 'once',
  BlockStatement: 'once',
  BreakStatement: 'once',
  CallExpression: 'once',
  CatchClause: 'once',
  ChainExpression: 'once',
  ClassBody: 'once',
  ClassDeclaration: {
    counted: `${NEW}; let x = 0; export const f = (n) => { class C { y = x++ } instances(n, C) }`,
  },
  ClassExpression: {
    counted: `${NEW}; let x = 0; export const f = (n) => instances(n, class { constructor() { x++ } })`,
  },
  ConditionalExpression: 'once',
  ContinueStatement: 'once',
  DebuggerStatement: 'once',
  DoWhileStatement: { counted: 'export const f = (n) => { let i = 0; do i++; while (i < n) }' },
  EmptyStatement: 'once',
  ExportAllDeclaration: { refused: "export * from 'x'" },
  ExportDefaultDeclaration: 'once',
  ExportNamedDeclaration: { refused: "export { x } from 'x'" },
  ExportSpecifier: 'once',
  ExpressionStatement: 'once',
  ForInStatement: { counted: 'export const f = (n) => { for (const i in new Array(n).fill(0)) i }' },
  ForOfStatement: { counted: 'export const f = (n) => { for (const i of new Array(n)) i }' },
  ForStatement: { counted: 'export const f = (n) => { for (let i = 0; i < n; i++); }' },
  FunctionDeclaration: { counted: `${TIMES}; function g() {}; export const f = (n) => times(n, g)` },
  FunctionExpression: { counted: `${TIMES}; export const f = (n) => times(n, function () {})` },
  Identifier: 'once',
  IfStatement: 'once',
  ImportAttribute: 'once',
  ImportDeclaration: { refused: "import x from 'x'; x()" },
  ImportDefaultSpecifier: { refused: "import x from 'x'; x()" },
  ImportExpression: { refused: "export const f = () => import('x')" },
  ImportNamespaceSpecifier: { refused: "import * as x from 'x'; x.y()" },
  ImportSpecifier: { refused: "import { x } from 'x'; x()" },
  LabeledStatement: {
    counted: 'export const f = (n) => { let i = 0; a: for (;;) { if (i++ >= n) break a; continue a } }',
  },
  Literal: 'once',
  LogicalExpression: 'once',
  MemberExpression: {
    counted: 'const o = { get x() { return 1 } }; export const f = (n) => new Array(n).fill(o).map((o) => o.x)',
  },
  MetaProperty: { refused: 'export const f = () => import.meta' },
  MethodDefinition: { counted: `${TIMES}; class C { static g() {} }; export const f = (n) => times(n, C.g)` },
  NewExpression: 'once',
  ObjectExpression: 'once',
  ObjectPattern: 'once',
  ParenthesizedExpression: 'once',
  PrivateIdentifier: 'once',
  Program: 'once',
  Property: { counted: `${TIMES}; const o = { g() {} }; export const f = (n) => times(n, o.g)` },
  PropertyDefinition: { counted: `${NEW}; let x = 0; class C { y = x++ }; export const f = (n) => instances(n, C)` },
  RestElement: 'once',
  ReturnStatement: 'once',
  SequenceExpression: 'once',
  SpreadElement: {
    counted:
      'const walk = (n) => ({ i: 0, [Symbol.iterator]() { return this }, next() { return { done: this.i++ >= n } } }); export const f = (n) => [...walk(n)]',
  },
  StaticBlock: {
    counted: `${NEW}; let x = 0; export const f = (n) => instances(n, class { y = class { static { x++ } } })`,
  },
  Super: 'once',
  SwitchCase: 'once',
  SwitchStatement: 'once',
  TaggedTemplateExpression: {
    counted: 'const tag = () => 1; export const f = (n) => new Array(n).fill(0).map(() => tag`x`)',
  },
  TemplateElement: 'once',
  TemplateLiteral: {
    counted: 'const o = { toString() { return "x" } }; export const f = (n) => new Array(n).fill(o).join()',
  },
  ThisExpression: 'once',
  ThrowStatement: 'once',
  TryStatement: 'once',
  UnaryExpression: {
    counted: 'const o = { valueOf() { return 1 } }; export const f = (n) => new Array(n).fill(o).map(Math.abs)',
  },
  UpdateExpression: 'once',
  VariableDeclaration: 'once',
  VariableDeclarator: 'once',
  WhileStatement: { counted: 'export const f = (n) => { let i = 0; while (i < n) i++ }' },
  WithStatement: { refused: 'with (Math) { sqrt(2) }' },
  YieldExpression: {
    counted: `export const f = (n) => { const g = (function* () { ${'yield 1; '.repeat(400)} })(); return new Array(n).fill(g).map(Function.prototype.call.bind(g.next, g)) }`,
  },
}

/** Every `type` that a node of acorn's grammar may have. */
function readNodeTypes(): string[] {
  const grammar = readFileSync('node_modules/acorn/dist/acorn.d.ts', 'utf8')
  const types = [...grammar.matchAll(/^ {2}type: "(\w+)"/gm)].map(([, type]) => type as string)
  return [...new Set(types)].filter((type) => type !== 'Line').sort() // a comment
}

test('every construct of the grammar has been thought of', () => {
  expect(readNodeTypes()).toEqual(Object.keys(CONSTRUCTS).sort())
})

const counted = Object.entries(CONSTRUCTS).flatMap(([type, c]) =>
  typeof c === 'object' && 'counted' in c ? [[type, c.counted]] : [],
)
const refused = Object.entries(CONSTRUCTS).flatMap(([type, c]) =>
  typeof c === 'object' && 'refused' in c ? [[type, c.refused]] : [],
)

test.each(counted as [string, string][])('each run of a %s takes a step', async (_, source) => {
  const n = 300
  const { results, problem } = await session(compile(source), v8Realm()).run([[{ call: 'f', args: [n] }]])
  expect(problem).toBeUndefined()
  expect(results[0]?.steps[0]?.work).toBeGreaterThanOrEqual(n)
})

test.each(refused as [string, string][])('a %s is refused', (_, source) => {
  expect(() => compile(source)).toThrow()
})
