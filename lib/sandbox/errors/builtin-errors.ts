/** An error of a built-in function. */
export interface BuiltinError {
  readonly name: string
  /** The engine’s message. */
  readonly message: string
  /** The function’s name, without that of its object: `map`. */
  readonly builtin: string
  /** The function as the learner’s code calls it, in backticks. */
  readonly label: string
}

/** Describes an error of a built-in function in the same words for both engines. */
export function describeBuiltinError(error: BuiltinError): string {
  const match = KNOWN.find(
    ({ builtins, pattern }) => (!builtins || builtins.test(error.builtin)) && (!pattern || pattern.test(error.message)),
  )
  return match ? match.explain(error.label) : describeByType(error)
}

function describeByType({ name, label }: BuiltinError): string {
  switch (name) {
    case 'RangeError':
      return `${label} was given a value that is out of range.`
    case 'SyntaxError':
      return `${label} was given text that it cannot read.`
    case 'URIError':
      return `${label} was given text that it cannot convert.`
    default:
      return `${label} cannot work with a value that it was given.`
  }
}

interface KnownError {
  /** The functions that throw it; any, where absent. */
  readonly builtins?: RegExp
  /** Matches the message of either engine; any message, where absent. */
  readonly pattern?: RegExp
  readonly explain: (label: string) => string
}

const TYPED_ARRAY = /^(?:Float(?:16|32|64)|Big(?:Ui|I)nt64|Uint8Clamped|(?:Ui|I)nt(?:8|16|32))Array$/

/** The first that matches counts. */
const KNOWN: readonly KnownError[] = [
  { pattern: /string (?:length|too long)/i, explain: () => 'The string would exceed the maximum length.' },
  { builtins: /^toFixed$/, pattern: /digits/, explain: (f) => `${f} takes a number of digits from 0 to 100.` },
  {
    builtins: /^toExponential$/,
    pattern: /digits|argument/,
    explain: (f) => `${f} takes a number of digits from 0 to 100.`,
  },
  {
    builtins: /^toPrecision$/,
    pattern: /digits|argument/,
    explain: (f) => `${f} takes a number of digits from 1 to 100.`,
  },
  { builtins: /^toString$/, pattern: /radix/, explain: (f) => `${f} takes a base from 2 to 36.` },
  { builtins: /^repeat$/, pattern: /count/, explain: (f) => `${f} takes a count that is finite and not negative.` },
  { builtins: /^normalize$/, explain: (f) => `${f} takes 'NFC', 'NFD', 'NFKC' or 'NFKD'.` },
  { builtins: /^fromCodePoint$/, explain: (f) => `${f} takes whole numbers from 0 to 0x10FFFF.` },
  { pattern: /^Invalid time value$|^Date value is NaN$/, explain: () => 'This date is invalid.' },
  {
    pattern: /^Reduce of empty array|^empty array$/,
    explain: (f) => `${f} was called on an empty array without an initial value.`,
  },
  {
    builtins: /^(?:to)?(?:S|s)ort(?:ed)?$/,
    pattern: /function/,
    explain: (f) => `${f} takes a function that compares two elements.`,
  },
  { pattern: /is not a function$|^not a function$/, explain: (f) => `${f} needs a function as its argument.` },
  { pattern: /non-global RegExp|'g' flag/, explain: (f) => `${f} needs a regular expression with the flag \`g\`.` },
  {
    pattern: /must not be a regular expression|^regexp not supported$/,
    explain: (f) => `${f} takes text, not a regular expression.`,
  },
  { pattern: /circular/, explain: (f) => `${f} cannot write an object that contains itself.` },
  {
    pattern: /serialize a BigInt/,
    explain: (f) => `${f} cannot write a BigInt. Convert it with \`Number(…)\` or \`String(…)\`.`,
  },
  { builtins: /^parse$/, explain: (f) => `${f} was given text that is not valid JSON.` },
  { builtins: /^RegExp$/, pattern: /flags/, explain: () => 'The flags of this regular expression are invalid.' },
  { builtins: /^RegExp$/, explain: () => 'This regular expression is invalid.' },
  { builtins: /^decodeURI(?:Component)?$/, explain: (f) => `${f} was given text with an invalid \`%\` escape.` },
  { builtins: /^encodeURI(?:Component)?$/, explain: (f) => `${f} was given text with half of a surrogate pair.` },
  { pattern: /'new'|called with new$/, explain: (f) => `${f} must be called with \`new\`.` },
  { pattern: /entry object/, explain: (f) => `${f} needs pairs \`[key, value]\`.` },
  {
    builtins: /^(?:Map|fromEntries)$/,
    pattern: /^not an object$/,
    explain: (f) => `${f} needs pairs \`[key, value]\`.`,
  },
  { builtins: /^groupBy$/, pattern: /undefined|null/, explain: (f) => `${f} cannot be used on undefined or null.` },
  {
    pattern: /not iterable|Symbol\.iterator/,
    explain: (f) => `${f} needs a value that can be iterated over, such as an array.`,
  },
  { pattern: /weak ?(?:map|set)/i, explain: (f) => `${f} needs an object as its key.` },
  {
    pattern: /read only property|is read-only$|not extensible$|redefine|not configurable/,
    explain: (f) => `${f} cannot change this object: it is read-only, or takes no new properties.`,
  },
  { builtins: /^setPrototypeOf$/, explain: (f) => `${f} needs an object and a prototype.` },
  {
    pattern: /null to object$|^cannot convert to object$|null or undefined$/,
    explain: (f) => `${f} cannot be used on undefined or null.`,
  },
  {
    builtins: /^set$/,
    pattern: /offset is out of bounds|^invalid array length$/,
    explain: (f) => `${f} was given more elements than fit.`,
  },
  { builtins: /^with$/, pattern: /index/i, explain: (f) => `${f} was given an index outside the array.` },
  {
    builtins: /^Array$/,
    pattern: /length/,
    explain: () => 'The length of an array must be a whole number from 0 to 4,294,967,295.',
  },
  {
    builtins: new RegExp(`${TYPED_ARRAY.source}|^ArrayBuffer$`),
    pattern: /length|index|offset|allocation|multiple/i,
    explain: (f) => `${f} was given a length, offset or buffer that does not fit.`,
  },
  { builtins: /^[gs]et(?:Int|Uint|Float|Big)/, explain: (f) => `${f} accesses bytes outside the buffer.` },
  { builtins: /^BigInt$/, explain: (f) => `${f} takes a whole number or its digits.` },
]
