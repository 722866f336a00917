import type { Mistake } from './mistake.ts'

const RETURNS_NOTHING = / {2}\/\/ one output.*\n {2}return \[\]\n/
const SOLUTION = `  return x.map((_, i) => {
    const seen = x.slice(Math.max(0, i - window + 1), i + 1)
    return seen.reduce((sum, value) => sum + value, 0) / seen.length
  })
`
const COST = (maxExponent: number, solutionWork?: string) => `  cost: {
    sizes: [8, 16, 32],
    args: (n, random) => [random.vector(n), n],
    subject: 'your function',
    size: 'length',
    maxExponent: ${maxExponent},${
      solutionWork === undefined
        ? ''
        : `
    solutionWork: ${solutionWork},`
    }
    target: 'A running sum grows with n.',
  },
  hints: [`

/** Mistakes that show when the answers beside an exercise are run. */
export const inAnswers: readonly Mistake[] = [
  {
    name: 'the starter passes',
    file: 'EX/starter.ts',
    take: RETURNS_NOTHING,
    put: SOLUTION,
    rule: 'starter-passes',
    what: /the starter passes/,
    mend: /Take the answer out/,
  },
  {
    name: 'the starter does not run',
    file: 'EX/starter.ts',
    take: 'return []',
    put: 'return [',
    rule: 'starter-broken',
    at: '}',
    what: /does not run: .*does not fit here/,
    mend: /runs, and is wrong/,
  },
  {
    name: 'a bracket of the solution is missing inside an arrow function',
    file: 'EX/solution.ts',
    take: '(sum, value) => sum + value, 0)',
    put: '(sum, value) => sum + value, 0',
    rule: 'solution-fails',
    at: '  })',
    what: /the solution fails: .*“\}” does not fit here/,
    mend: /Mend it/,
  },
  {
    name: 'the solution fails',
    file: 'EX/solution.ts',
    take: 'i - window + 1',
    put: 'i - window',
    rule: 'solution-fails',
    what: /the solution fails: The window is one value too wide/,
    mend: /npm run grade/,
  },
  {
    name: 'the solution throws',
    file: 'EX/solution.ts',
    take: 'seen.length',
    put: 'seen.size.length',
    rule: 'solution-fails',
    at: '.length\n',
    what: /the solution fails/,
    mend: /npm run grade/,
  },
  {
    name: 'a right answer fails',
    file: 'EX/right/loops.ts',
    take: 'terms < window',
    put: 'terms <= window',
    rule: 'right-fails',
    what: /this right answer fails/,
    mend: /npm run grade/,
  },
  {
    name: 'a wrong answer passes',
    file: 'EX/wrong/sums-only.ts',
    take: 'a + b, 0))',
    put: 'a + b, 0) / Math.min(window, i + 1))',
    rule: 'wrong-passes',
    what: /a wrong answer passes/,
    mend: /special input/,
  },
  {
    name: 'a wrong answer is named otherwise',
    file: 'EX/wrong/sums-only.ts',
    take: '// misconception: sums-only',
    put: '// misconception: looks-ahead',
    rule: 'misnamed',
    what: /says looks-ahead, and the verdict names sums-only/,
    mend: /name in the first line/,
  },
  {
    name: 'a misconception gives what is right',
    file: 'EX/misconceptions.ts',
    take: '(last(x, i, window + 1))',
    put: '(last(x, i, window))',
    rule: 'clash',
    at: "id: 'one-too-many'",
    what: /one-too-many from a right answer/,
    mend: /special input/,
    also: ['misnamed'],
  },
  {
    name: 'two misconceptions give the same',
    file: 'EX/misconceptions.ts',
    take: 'x.slice(i, i + window)',
    put: 'x.slice(0, i + 1)',
    rule: 'clash',
    at: "id: 'from-the-start'",
    what: /from-the-start and looks-ahead apart/,
    mend: /keep one/,
    also: ['misnamed'],
  },
  {
    name: 'the solution breaks the cost rule',
    file: 'EX/exercise.ts',
    take: '  hints: [',
    put: COST(1.2),
    rule: 'cost-rule',
    at: 'cost: {',
    what: /breaks the exercise’s own cost rule/,
    mend: /maxExponent/,
  },
  {
    name: 'the cost rule does not say what the solution takes',
    file: 'EX/exercise.ts',
    take: '  hints: [',
    put: COST(2.2),
    rule: 'cost-rule',
    at: 'cost: {',
    what: /has maxExponent but no solutionWork/,
    mend: /what the solution takes at size n: [\d,]+ at \d+/,
  },
  {
    name: 'the cost rule is wrong about the solution',
    file: 'EX/exercise.ts',
    take: '  hints: [',
    put: COST(2.2, '(n) => 100 * n ** 2'),
    rule: 'cost-rule',
    at: 'cost: {',
    what: /solutionWork gives [\d, ]+ but the solution takes [\d,]+ at \d+/,
    mend: /what the solution takes at size n/,
  },
  {
    name: 'the cases take too long',
    file: 'EX/exercise.ts',
    take: 'random.vector(random.int(1, 8)), random.int(1, 5)',
    put: 'random.vector(400), 100',
    rule: 'slow-cases',
    at: 'random: {',
    what: /steps: at most 400,000/,
    mend: /fewer random inputs/,
  },
  {
    name: 'the reference is slow',
    file: 'EX/exercise.ts',
    take: 'movingAverage(x, window),',
    put: '{ for (let i = 0; i < 3e9; i++); return [...x, window] },',
    rule: 'slow-cases',
    at: 'reference: ',
    what: /more than 2 seconds/,
    mend: /faster reference/,
  },
  {
    name: 'the reference is misspelt',
    file: 'EX/exercise.ts',
    take: 'reference:',
    put: 'refrence:',
    rule: 'reference',
    what: /throws on every case: .*is not a function/,
    mend: /name in the definition/,
    also: ['type'],
  },
]
