// Returns the parts as well.
export function attentionCost(n: number, d: number) {
  const scores = n * n * d
  const average = n * n * d
  return { scores, average, multiplyAdds: scores + average, scoreEntries: n * n }
}
