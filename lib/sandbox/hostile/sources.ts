import { type Attack, attacksFromSources } from './attack.ts'

/** Sources that are hard to read, or that ask for what an answer may not do. */
export const sources: readonly Attack[] = [
  ...attacksFromSources('sources', {
    'nested brackets': `const a = ${'['.repeat(30_000)}`,
    'a long sum': `const a = ${'1+'.repeat(30_000)}1`,
    'nested arrows': `const a = ${'x=>'.repeat(16_000)}1`,
    'nested blocks': `${'{'.repeat(15_000)}${'}'.repeat(15_000)}`,
    'many templates': `const a = ${'`${'.repeat(10_000)}1${'}`'.repeat(10_000)}`,
    'parentheses and arrows': `const a = ${'('.repeat(200)}x${')'.repeat(200)} => x`,
    'nested arrow types': `const a = ${'((a: ((x: number) => number) = ('.repeat(60)}1${')) => 1)'.repeat(60)}`,
    'nested classes': `const a = ${'class { x = '.repeat(40)}1${' }'.repeat(40)}`,
    'line ends of old': '\r'.repeat(65_000),
    generics: `const a = ${'f<'.repeat(3000)}`,
    'more than the limit': `// ${'x'.repeat(70_000)}`,
    'a null character': 'export function causalAttention(){\0}',
    'HTML comments': 'export const causalAttention = () => 1 <!-- x',
    'an import': 'import fs from "node:fs"; export const causalAttention = () => fs',
    'an import later': 'export const causalAttention = () => import("node:fs")',
    'import.meta': 'export const causalAttention = () => import.meta.url',
    'direct eval': 'export const causalAttention = () => eval("$_$left = 1e9")',
    'the counter’s name': 'export const causalAttention = () => { $_$left = 1e9; for (;;) ; }',
    'the counter’s name, escaped': 'export const causalAttention = () => { \\u0024_$left = 1e9; for (;;) ; }',
    'leaving the wrapper': '})(); while (true); (function () {',
    'a return at the top': 'return { names: [], left: () => 1, reset() {} }',
    with: 'with (Math) { sqrt(2) }',
    nothing: '',
    'an error at the top': 'throw { toString() { throw 1 } }',
    'a loop at the top': 'while (true) ;',
    'a regular expression without end': `const r = /${'(a?'.repeat(5000)}${')'.repeat(5000)}/; export const causalAttention = () => r.test('a'.repeat(5000))`,
  }),
]
