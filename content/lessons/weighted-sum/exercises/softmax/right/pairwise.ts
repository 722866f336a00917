// 1 / Σ exp(xⱼ − xᵢ): no maximum at all. An overflow gives 1 / Infinity, which is the right 0.
export const softmax = (x: number[]): number[] => x.map((a) => 1 / x.reduce((s, b) => s + Math.exp(b - a), 0))
