/** What one head of attention over n tokens costs. Q, K and V are n × d. */
export function attentionCost(n: number, d: number): { multiplyAdds: number; scoreEntries: number } {
  // How many scores are there?
  const scoreEntries = 0
  // How many multiply-adds do the scores take, and how many the outputs?
  const multiplyAdds = 0
  return { multiplyAdds, scoreEntries }
}
