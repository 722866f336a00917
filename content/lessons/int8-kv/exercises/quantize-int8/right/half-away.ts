// ties away from zero, through an Int8Array
export const quantizeInt8 = (x: number[]) => {
  let max = 0;
  for (const v of x) max = v > max ? v : -v > max ? -v : max;
  const scale = max / 127 || 1;
  const bytes = new Int8Array(x.length);
  x.forEach((v, i) => { bytes[i] = Math.sign(v) * Math.floor(Math.abs(v) / scale + 0.5); });
  return { q: [...bytes], scale };
};
export const dequantize = ({ q, scale }: { q: number[]; scale: number }) => Array.from(q, (v) => v * scale);
