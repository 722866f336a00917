import type { Problem } from './verdict.ts'

/** A problem in words: what happened, and what to look at. */
export function describeProblem(problem: Problem): { readonly headline: string; readonly sentence: string } {
  switch (problem.kind) {
    case 'compile':
      return { headline: 'Your code did not run', sentence: problem.message }
    case 'missing':
      return { headline: 'Your code did not run', sentence: problem.message }
    case 'threw':
      return {
        headline: `Your code stopped with ${withArticle(problem.error)}`,
        sentence: problem.message || NO_MESSAGE,
      }
    case 'endless':
      return describeEndless(problem)
    case 'deadline':
      return {
        headline: 'Your code took too long',
        sentence: `It was stopped after ${problem.seconds} seconds. Does it do far more work than necessary, or call a built-in function that takes a long time (a regular expression, a sort, a copy of something very large)?`,
      }
    case 'memory':
      return {
        headline: 'Your code ran out of memory',
        sentence: `It asked for more than ${problem.megabytes} MB. Is an array growing in a loop that should end?`,
      }
  }
}

const NO_MESSAGE = 'What it threw has no message. Write `throw new Error("…")` to see here what was wrong.'

function describeEndless({ line, steps, ...problem }: Extract<Problem, { kind: 'endless' }>) {
  const stopped = `stopped after ${count(steps)} steps, more than a call may take`
  switch (problem.subject ?? (problem.recursion ? 'recursion' : 'loop')) {
    case 'loop':
      return {
        headline: `The loop on line ${line} takes too many steps`,
        sentence: `Your code was ${stopped}. Does each iteration get closer to the exit condition?`,
      }
    case 'recursion':
      return {
        headline: `The function on line ${line} takes too many steps`,
        sentence: `Your code was ${stopped}. The function calls itself: does every call get closer to the case that returns without another call?`,
      }
    case 'function':
      return {
        headline: `The function on line ${line} is called too often`,
        sentence: `Your code was ${stopped}. What calls this function? Perhaps a method such as map or sort, on too many elements?`,
      }
  }
}

/** “a TypeError”, “an Error”, “a URIError”, “a UserError”. */
export const withArticle = (name: string): string =>
  `${/^(?:[AEIO]|U(?![A-Z]|ni[^nm]|se))/.test(name) ? 'an' : 'a'} ${name}`

const count = (n: number): string => n.toLocaleString('en-US')
