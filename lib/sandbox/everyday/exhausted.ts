import { answers, type EverydayProgram, masks } from './program.ts'

/** Answers that take too many steps or too deep calls. What fills the memory runs in a browser only (everyday.spec.ts). */
export const exhausted: readonly EverydayProgram[] = [
  ...masks({
    'while true': 'while (true) {\n    n\n  }',
    'a counter that never moves': 'let i = 0\n  while (i < n) {\n    n + i\n  }\n  return right(n)',
    'a counter that moves away': 'for (let i = 0; i < n; i--) n + i\n  return right(n)',
    'a continue before the counter':
      'let i = 10\n  while (i > 0) {\n    if (i === 5) continue\n    i--\n  }\n  return right(n)',
    'do while': 'let x = 1\n  do {\n    x = -x\n  } while (x !== 0)\n  return right(n)',
    'a queue that never empties':
      'const queue = [n]\n  while (queue.length > 0) queue.push(queue.shift()!)\n  return right(n)',
    'a set that grows while it is read':
      'const seen = new Set([0])\n  for (const x of seen) {\n    seen.delete(x)\n    seen.add(x + 1)\n  }\n  return right(n)',
    'a string that grows': "let s = ''\n  while (s !== 'x') s += 'x'\n  return right(n)",
    'a loop in a comparator': 'return right(3).sort(() => {\n    for (;;) n++\n  })',
    'a loop in a replacer': "return right('abc'.replace(/b/g, () => {\n    while (true) n++\n  }).length)",
    'an endless generator':
      'function* count() {\n    for (let i = 0; ; i++) yield i\n  }\n  let sum = 0\n  for (const i of count()) sum += i\n  return right(sum)',
    'an endless iterator':
      'const it: any = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) }\n  for (const x of it) n += x\n  return right(n)',
    'a slow Fibonacci':
      'const fib = (k: number): number => (k < 2 ? k : fib(k - 1) + fib(k - 2))\n  return right(fib(40))',
    'a recursion without a base case':
      'const count = (k: number): number => 1 + count(k - 1)\n  return right(count(n))',
    'two functions that call each other':
      'const even = (k: number): boolean => odd(k - 1)\n  const odd = (k: number): boolean => even(k - 1)\n  return even(n) ? right(n) : []',
    'a getter that reads itself':
      'const o = {\n    get rows(): any {\n      return this.rows\n    },\n  }\n  return o.rows',
    'a constructor that makes another':
      'class Node {\n    child: Node\n    constructor() {\n      this.child = new Node()\n    }\n  }\n  return right(new Node() ? n : 0)',
    'a field that makes another': 'class Node {\n    child = new Node()\n  }\n  return right(new Node() ? n : 0)',
    'a callback that calls itself': 'return [n].map(function again(x: any): any {\n    return [x].map(again)\n  })',
    'a deep recursion that ends':
      'const sum = (k: number): number => (k === 0 ? 0 : k + sum(k - 1))\n  return sum(2500) > 0 ? right(n) : []',
    'a recursion that is a little too deep':
      'const sum = (k: number): number => (k === 0 ? 0 : k + sum(k - 1))\n  return sum(4000) > 0 ? right(n) : []',
    'a loop that ends after 2,500,000 passes':
      'let x = 0\n  for (let i = 0; i < 2_500_000; i++) x += i\n  return x > 0 ? right(n) : []',
    'a loop that is caught': 'try {\n    while (true) n++\n  } catch {}\n  return right(3)',
  }),
  ...answers('softmax', {
    'the maximum is searched for ever': `
export function softmax(x: number[]): number[] {
  let max = -Infinity
  let i = 0
  while (max < Infinity) {
    if (x[i]! > max) max = x[i]!
  }
  return x.map((v) => Math.exp(v - max))
}`,
  }),
]
