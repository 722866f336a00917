export const cacheReduction = (queryHeads: number, kvHeads: number): number => queryHeads / kvHeads
