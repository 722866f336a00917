const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** A small count as running text has it: “three”; digits above twenty. */
export const spellNumber = (count: number): string => WORDS[count] ?? String(count)

/** The same at the head of a sentence. */
export const spellNumberCapitalized = (count: number): string => capital(spellNumber(count))

/** A count with its noun: “one question”, “three questions”. */
export const spellCount = (count: number, noun: string): string =>
  `${spellNumber(count)} ${noun}${count === 1 ? '' : 's'}`

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']
/** The number of a part. */
export const roman = (number: number): string => ROMAN[number] ?? String(number)
