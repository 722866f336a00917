// As PyTorch code often has it: frequencies from exp and log.
export const sinusoidal = (n: number, d: number): number[][] => {
  const step = -Math.log(10000) / d;
  const frequencies: number[] = [];
  for (let c = 0; c < d; c += 2) frequencies.push(Math.exp(c * step));
  return [...Array(n).keys()].map((pos) =>
    frequencies.flatMap((w) => [Math.sin(pos * w), Math.cos(pos * w)]).slice(0, d),
  );
};
