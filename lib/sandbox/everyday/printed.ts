// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are written as text
import { type EverydayProgram, masks } from './program.ts'

/** Right answers that print. */
export const printed: readonly EverydayProgram[] = masks({
  values:
    "console.log('n', n, [n, [n]], { n, deep: { a: { b: { c: { d: 1 } } } } }, true, null, undefined)\n  return right(n)",
  numbers: 'console.log(0, -0, 1 / 3, 1e21, NaN, -Infinity, 10n, 0xff)\n  return right(n)',
  texts: "console.log('a', ['a', \"it's\"], `${n} rows`, ' ', '')\n  return right(n)",
  collections:
    "console.log(new Map([['a', [1]]]), new Set([1, 'b']), [1, , 3], new Float64Array([0.5, 1]), new Array(3))\n  return right(n)",
  functions:
    'class Mask {\n    n = n\n  }\n  console.log(right, () => 1, Mask, new Mask(), Symbol("s"), /a+/g)\n  return right(n)',
  formats: "console.log('%s of %d (%i%%) %o', 'row', n, 99.5, { n }, 'rest')\n  return right(n)",
  groups:
    "console.group('rows')\n  for (let i = 0; i < 2; i++) console.log(i)\n  console.groupEnd()\n  console.count()\n  console.count('x')\n  console.assert(n < 0, 'n is %d', n)\n  return right(n)",
  errors:
    "try {\n    throw new RangeError('too many')\n  } catch (error) {\n    console.log(error, String(error), (error as Error).message, error instanceof RangeError)\n  }\n  return right(n)",
  'messages of the language':
    'try {\n    ;(undefined as any).rows\n  } catch (error) {\n    console.log((error as Error).name, error instanceof TypeError)\n  }\n  return right(n)',
  many: 'for (let i = 0; i < 300; i++) console.log(`line ${i}`)\n  return right(n)',
  dates:
    'console.log(new Date(0), JSON.stringify({ at: new Date(0) }), new Date(86400000).getTime())\n  return right(n)',
  circular: 'const o: any = { n }\n  o.self = o\n  console.log(o)\n  return right(n)',
})
