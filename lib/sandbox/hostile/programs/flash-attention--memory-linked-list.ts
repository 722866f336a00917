// expected: reject: memory linked list
const dot = (a: number[], b: number[]): number => a.reduce((s, x, i) => s + x * b[i], 0)
const softmax = (x: number[]): number[] => { const m = Math.max(...x); const e = x.map((v) => Math.exp(v - m)); const z = e.reduce((a, b) => a + b, 0); return e.map((v) => v / z) }
const mix = (w: number[], V: number[][]): number[] => V[0].map((_, c) => w.reduce((s, p, j) => s + p * V[j][c], 0))
export function flashAttention(Q: number[][], K: number[][], V: number[][], blockSize: number): number[][] { const S=Q.map((q)=>{let l:any=null; for(let j=K.length-1;j>=0;j--) l={s:dot(q,K[j])/Math.sqrt(q.length),l}; return l}); return S.map((l)=>mix(softmax(K.map(()=>{const s=l.s; l=l.l; return s})),V)) }