/** Code that must neither pass nor harm. */
export interface Attack {
  readonly name: string
  readonly source: string
}

/** Divides what is at the top level from the body. */
const TOP = '/*top*/'

/** A right answer, for those who got where they must not. */
const RIGHT = `function right(Q, K, V) {
  const d = Q[0].length
  return Q.map((q, i) => {
    const s = K.slice(0, i + 1).map((k) => k.reduce((a, x, c) => a + x * q[c], 0) / Math.sqrt(d))
    const m = Math.max(...s), e = s.map((x) => Math.exp(x - m)), z = e.reduce((a, b) => a + b, 0)
    return V[0].map((_, c) => e.reduce((a, w, j) => a + (w / z) * V[j][c], 0))
  })
}`

/** Bodies of `causalAttention`, by name. */
export function attacksFromBodies(group: string, bodies: Readonly<Record<string, string>>): Attack[] {
  return Object.entries(bodies).map(([name, body]) => {
    const [top, inside] = body.includes(TOP) ? body.split(TOP) : ['', body]
    return {
      name: `${group}: ${name}`,
      source: `${RIGHT}\n${top}\nexport function causalAttention(Q, K, V) { ${inside} }`,
    }
  })
}
/** Whole sources, by name. */
export function attacksFromSources(group: string, sources: Readonly<Record<string, string>>): Attack[] {
  return Object.entries(sources).map(([name, source]) => ({ name: `${group}: ${name}`, source }))
}

/** Answers rightly if the expression says that something was reached. */
export const ifReached = (expression: string, top = ''): string => ifReachedBy(`return ${expression}`, top)

/** Answers rightly if the statements return that something was reached. */
export function ifReachedBy(statements: string, top = ''): string {
  const attempt = `let reached = false; try { reached = (() => { ${statements} })() } catch {}`
  return `${top}${TOP}${attempt} return reached ? right(Q, K, V) : 0`
}
/** Spoils the language before the first call, then hands in what a spoilt comparison might accept. */
export function tamperWith(code: string): string {
  return `const seen = []; let done = false${TOP}if (!done) { done = true; ${code} } return seen.length > 0 ? seen : V.map(() => [])`
}
