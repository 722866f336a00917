import { answers, type EverydayProgram } from './program.ts'

/** Answers that don’t compile, or use what is not available. */
export const unsupported: readonly EverydayProgram[] = answers('causal-mask', {
  'a decorator': '@sealed\nclass Mask {}\nexport function causalMask(n: number) {\n  return []\n}',
  using: 'export function causalMask(n: number) {\n  using file = open()\n  return []\n}',
  eval: "export function causalMask(n: number) {\n  return eval('[]')\n}",
  'new Function': "export function causalMask(n: number) {\n  return new Function('return []')()\n}",
  namespace: 'namespace Masks {\n  export const n = 1\n}\nexport const causalMask = () => Masks.n',
  'top-level await': 'const n = await Promise.resolve(1)\nexport const causalMask = () => n',
  'a type error at the top':
    'const size: any = undefined\nconst rows = size.rows\nexport const causalMask = (n: number) => rows',
  'a loop at the top': 'let i = 0\nwhile (i < 1) {}\nexport const causalMask = (n: number) => i',
  'a throw at the top': "throw new Error('not written yet')\nexport const causalMask = (n: number) => []",
  'a curly quote': 'export function causalMask(n: number) {\n  return [“a”]\n}',
  'a missing quote': "export function causalMask(n: number) {\n  return ['a]\n}",
  'a missing comma': 'export function causalMask(n: number) {\n  return [1 2]\n}',
  'a declared name twice': 'const a = 1\nconst a = 2\nexport const causalMask = (n: number) => []',
  'a return at the top': 'return 1',
  Python: 'def causal_mask(n):\n    return [[j <= i for j in range(n)] for i in range(n)]',
  nothing: '',
  'only comments': '// TODO: write this\n/* later */',
  'a value, not a function': 'export const causalMask = 42',
  'a default export':
    'export default function (n: number) {\n  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i))\n}',
})
