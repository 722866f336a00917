// npm run exercise:new -- LESSON ID: a small exercise that is whole, to begin with.
import path from 'node:path'
import { createExercise } from './create-exercise.ts'

process.exitCode = await createExercise(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '../..'),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
