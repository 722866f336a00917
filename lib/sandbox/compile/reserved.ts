/** Names that instrumented code adds to the learner's own. No other name may begin like this. */
export const RESERVED = '$_$'
/** Steps left. A local of the compiled code, so that counting costs no call. */
export const FUEL_VAR = '$_$left'
/** The current depth of nested calls of recursive functions. */
export const DEPTH = '$_$depth'
/** Called with a site when no step is left; throws, and leaves none. */
export const OUT_OF_FUEL_FN = '$_$stop'
/** What the harness gives to end code with. */
export const ABORT_FN = '$_$halt'
/** Called with a site and a value; gives the value back. */
export const TRACE = '$_$trace'
/** What stands for a default export that has no name. */
export const DEFAULT_EXPORT_VAR = '$_$default'
/** What the learner's code declares, for the harness to find by name. */
export const EXPORTS_VAR = '$_$names'
/** Called with an offset, a subject for the message and a value; gives the value back if it can be iterated over, else throws. */
export const ITERABLE = '$_$iterable'
/** Called with an offset and a subject for the message, for a value to destructure that is undefined or null; throws. */
export const NOTHING = '$_$nothing'
/** An element of what a loop with a pattern iterates over. */
export const ITEM = '$_$item'
