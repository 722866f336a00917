// The numbers that are before values in both directions. Constants without types, so that their text is code.

/** A value begins with one of these. */
export const UNDEFINED = 0
export const NULL = 1
export const FALSE = 2
export const TRUE = 3
/** one number */
export const NUMBER = 4
/** length, then UTF-16 units */
export const STRING = 5
/** length, then numbers */
export const VECTOR = 6
/** rows, columns, then numbers row by row */
export const MATRIX = 7
/** length, then values */
export const LIST = 8
/** number of keys, then for each a string (length, units) and a value */
export const OBJECT = 9
/** In only. An array that is used again: number of its name, length, then numbers. */
export const BUFFER = 10
/** In only. An iterator: length, then numbers. */
export const ONCE = 11
/** Out only. Number of its kind in ODD_KINDS, then its name as a string (length, units). */
export const ODD = 12
export const ODD_KINDS = [
  'typed-array',
  'function',
  'bigint',
  'symbol',
  'object',
  'hole',
  'too-large',
  'cyclic',
  'no-length',
  'unreadable',
]

/** What a step does. After it: number of the name, number of the instance or −1, flags, number of arguments, and how many
 * numbers all of its arguments take. */
export const CALL = 0
export const NEW = 1
export const METHOD = 2
export const GET = 3
/** Where in a step these are, and where its arguments begin. */
export const STEP_NAME = 1
export const STEP_ON = 2
export const STEP_FLAGS = 3
export const STEP_ARGS = 4
export const STEP_SIZE = 5
export const STEP_HEAD = 6
/** Flags, added up: an error is asked for, so one does not end the script; an argument is a buffer that is used again. */
export const ASKS = 1
export const REUSES = 2

/** What the harness says, one record after the other. */
/** work, value */
export const RETURNED = 1
/** work, then error, message and stack as strings */
export const THREW = 2
/** step and argument that the code changed, or −1, −1 */
export const SCRIPT_END = 3
/** name as a string, whether a class is asked for, whether something else has that name */
export const MISSING = 4
/** site, steps */
export const ENDLESS = 5
/** Evaluating the code threw: error, message and stack as strings. */
export const DID_NOT_LOAD = 6
export const OUT_OF_MEMORY = 7
/** site, rows, then each row as length and numbers */
export const TRACED = 8
/** a line as a string */
export const LOGGED = 9
/** number of lines that were dropped */
export const DROPPED = 10
/** array elements and bytes: the most of each that was alive at once in the script that ends next; then what loading the
 * code left */
export const ALIVE = 11
/** What the engine can measure, by number. */
export const ELEMENTS = 0
export const ELEMENTS_AFTER_COLLECTION = 1
export const BYTES = 2
export const STACK_BYTES = 3
/** 1 if the memory has grown about as far as it can, else 0. */
export const IS_MEMORY_FULL = 4

/** Loop passes + function entries that one call may take. */
export const STEP_LIMIT = 2000000
/** The maximum depth of nested calls of recursive functions. */
export const DEPTH_LIMIT = 3000
/** Used instead of a site when calls are nested too deeply. */
export const TOO_DEEP_SITE = -1
export const TOO_DEEP_MESSAGE = 'calls are nested too deeply'
/** Doubles that one result may take. */
export const RESULT_LIMIT = 32768
/** Rows and columns of a traced array, at most. */
export const TRACE_LIMIT = 64
export const LINE_LIMIT = 200
export const LINE_LENGTH = 500
/** In a stack: what is before the offset of a value that a guard refused, in the code without types. */
export const GUARD_FRAME = 'at guard:'
