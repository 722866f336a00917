import type { z } from 'zod'
import { findNearestName } from './nearest.ts'

/** What is wrong with a field that an author wrote, in words: “minutes should be a number”. */
export function describeIssue(issue: z.core.$ZodIssue, fieldNames: readonly string[] = []): string {
  const name = `“${issue.path.join('.') || 'this'}”`
  switch (issue.code) {
    case 'invalid_type':
      if (/received undefined/.test(issue.message)) return `${name} is missing`
      return `${name} should be ${WORDS[issue.expected] ?? issue.expected}`
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys
      const near = findNearestName(key, fieldNames)
      return `unknown field “${[...issue.path, key].join('.')}”${near ? `: did you mean “${near}”?` : ''}`
    }
    case 'too_small':
      return `${name} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'small' : 'short'}: at least ${describeMinimum(issue)}`
    case 'too_big':
      return `${name} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'large' : 'long'}: at most ${issue.maximum}`
    case 'invalid_value':
      return `${name} should be one of ${issue.values.map((value) => `“${String(value)}”`).join(', ')}`
    default:
      return `${name}: ${issue.message}`
  }
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  boolean: 'true or false',
  object: 'an object',
}

function describeMinimum({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return `${minimum} characters`
  if (origin === 'array') return minimum === 1 ? 'one entry' : `${minimum} entries`
  return String(minimum)
}
