/** The button of the interface, for figures: lessons import every part of a figure from this folder. */
export { Button } from '../ui/button.tsx'
