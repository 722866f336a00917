// expected: reject, told as 32,000 numbers instead of 3
export function softmax(x: number[]): number[] { return new Array(32000).fill(0.123456789012345) }
