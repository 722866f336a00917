import type { Problem } from './verdict.ts'

/** A problem in words: what happened, and what to look at. */
export function problemWords(problem: Problem): { readonly headline: string; readonly sentence: string } {
  switch (problem.kind) {
    case 'compile':
      return { headline: 'Your code did not run', sentence: problem.message }
    case 'missing':
      return { headline: 'Your code did not run', sentence: problem.message }
    case 'threw':
      return { headline: `Your code stopped with a ${problem.error}`, sentence: problem.message }
    case 'endless':
      return problem.recursion
        ? {
            headline: `The function in line ${problem.line} calls itself without end`,
            sentence: `It was stopped after ${count(problem.steps)} steps. Is there a case in which it returns without calling itself?`,
          }
        : {
            headline: `The loop in line ${problem.line} does not end`,
            sentence: `It was stopped after ${count(problem.steps)} steps. Does each pass come closer to the end of the loop?`,
          }
    case 'deadline':
      return {
        headline: 'Your code took too long',
        sentence: `It was stopped after ${problem.seconds} seconds. Does it do far more work than it needs, or call a built-in function that takes long (a regular expression, a sort, a copy of something very large)?`,
      }
    case 'memory':
      return {
        headline: 'Your code ran out of memory',
        sentence: `It asked for more than ${problem.megabytes} MB. Is an array growing in a loop that should end?`,
      }
  }
}

const count = (n: number): string => n.toLocaleString('en-US')
