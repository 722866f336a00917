/** Multiply-adds of an a × b matrix times a b × c matrix. */
const product = (a: number, b: number, c: number) => a * b * c

export const attentionCost = (n: number, d: number) => ({
  multiplyAdds: product(n, d, n) + product(n, n, d),
  scoreEntries: n ** 2,
})
