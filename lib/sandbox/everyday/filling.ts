import { type EverydayProgram, masks } from './program.ts'

/** Answers that fill the memory. They need a frame that may be lost. */
export const filling: readonly EverydayProgram[] = masks({
  'a list that grows': 'const list: number[] = []\n  while (true) list.push(n)',
  'rows that grow':
    'const rows: number[][] = []\n  for (let i = 0; i >= 0; i++) rows.push([i, i, i])\n  return right(n)',
  'a map that grows': 'const seen = new Map<number, number>()\n  for (let i = 0; ; i++) seen.set(i, i)',
  'texts that grow':
    "const lines: string[] = []\n  while (lines.length >= 0) lines.push('row ' + lines.length)\n  return right(n)",
  'a list that is read while it grows': 'const list = [n]\n  for (const x of list) list.push(x)\n  return right(n)',
  'a list that doubles': 'let list = [n]\n  for (;;) list = [...list, ...list]',
  'a huge typed array': 'const table = new Float64Array(5e6)\n  return right(table.length > 0 ? n : 0)',
  'a huge text': "return right('x'.repeat(4e7).length > 0 ? n : 0)",
  'two and a half million elements': 'return Array.from({ length: 2_500_000 }, (_, i) => [i < n]) as any',
})
