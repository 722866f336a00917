// Counts query by query.
export function attentionCost(n: number, d: number) {
  let multiplyAdds = 0
  let scoreEntries = 0
  for (let query = 0; query < n; query++) {
    scoreEntries += n
    multiplyAdds += n * d
    multiplyAdds += n * d
  }
  return { multiplyAdds, scoreEntries }
}
