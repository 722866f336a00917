import type { Hostile } from './attack.ts'
import { escapes } from './escapes.ts'
import { results } from './results.ts'
import { sources } from './sources.ts'
import { starving } from './starving.ts'

/**
 * Submissions to `causalAttention` by those who would rather not solve it. Where one tries to reach something, it
 * answers rightly if it got there: a pass is an escape.
 */
export const corpus: readonly Hostile[] = [...starving, ...results, ...escapes, ...sources]
