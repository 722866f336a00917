export const kvCacheBytes = (s: { layers: number; batch: number; seqLen: number; kvHeads: number; headDim: number; bytesPerElement: number }) =>
  2 * s.layers * s.batch * s.seqLen * s.kvHeads * s.headDim * s.bytesPerElement
