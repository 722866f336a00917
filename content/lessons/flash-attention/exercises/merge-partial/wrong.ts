import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/single-precision': [
    edit(
      'changes-a',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))) }`,
      `if (b.l === 0) return a;
  const m = Math.max(a.m, b.m), la = a.l * Math.exp(a.m - m), lb = b.l * Math.exp(b.m - m);
  a.m = m; a.l = la + lb;
  for (let c = 0; c < a.o.length; c++) a.o[c] = (la * a.o[c] + lb * b.o[c]) / a.l;
  return a`,
      { shows: [] },
    ),
    edit(
      'corr-inverted',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(m - a.m), eb = Math.exp(m - b.m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
    ),
    edit(
      'empty-nan',
      `f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
    ),
    edit(
      'empty-wins',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0 || b.l === 0) return { m: -Infinity, l: 0, o: a.o.map(() => 0) };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
      { shows: 'empty-not-neutral' },
    ),
    edit(
      'factors-exchanged',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(b.m - m), eb = Math.exp(a.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
    ),
    edit(
      'no-max',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m), eb = Math.exp(b.m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
    ),
    edit(
      'not-aligned',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l + b.l;
  return { m, l, o: a.o.map((x, c) => (a.l * x + b.l * b.o[c]) / l`,
    ),
    edit(
      'not-divided',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => a.l * ea * x + b.l * eb * b.o[c]`,
    ),
    edit(
      'one-side-scaled',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = a.m;
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
    ),
    edit(
      'outputs-added',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => x + b.o[c]`,
    ),
    edit(
      'plain-mean',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (x + b.o[c]) / 2`,
    ),
    edit(
      'smaller-maximum',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.min(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (a.l * ea * x + b.l * eb * b.o[c]) / l`,
      { shows: 'maxima-wrong' },
    ),
    edit(
      'sums-left-out',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l)`,
      `if (a.l === 0) return { ...b, o: [...b.o] };
  if (b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (ea * x + eb * b.o[c]) / (ea + eb`,
    ),
    edit(
      'taken-as-unnormalised',
      `const m = f(Math.max(a.m, b.m));
  const weigh = (p: Part) => (p.l === 0 ? 0 : f(f(p.l) * f(Math.exp(f(f(p.m) - m)))));
  const wa = weigh(a), wb = weigh(b), l = f(wa + wb);
  return { m, l, o: a.o.map((x, c) => (l === 0 ? 0 : f(f(f(wa * f(x)) + f(wb * f(b.o[c]))) / l))`,
      `if (a.l === 0 && b.l === 0) return { ...a, o: [...a.o] };
  const m = Math.max(a.m, b.m);
  const ea = Math.exp(a.m - m), eb = Math.exp(b.m - m);
  const l = a.l * ea + b.l * eb;
  return { m, l, o: a.o.map((x, c) => (ea * x + eb * b.o[c]) / l`,
      { shows: ['taken-as-unnormalised', 'sums-left-out'] },
    ),
  ],
})
