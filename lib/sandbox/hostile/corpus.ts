import type { Attack } from './attack.ts'
import { escapeAttacks } from './escapes.ts'
import { resourceExhaustionAttacks } from './resource-exhaustion.ts'
import { results } from './results.ts'
import { sources } from './sources.ts'

/**
 * Submissions to `causalAttention` by those who would rather not solve it. Where one tries to reach something, it
 * answers rightly if it got there: a pass is an escape.
 */
export const corpus: readonly Attack[] = [...resourceExhaustionAttacks, ...results, ...escapeAttacks, ...sources]
