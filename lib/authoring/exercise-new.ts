// npm run exercise:new -- LESSON ID: a small, complete exercise to start from.
import path from 'node:path'
import { createExercise } from './create-exercise.ts'

process.exitCode = await createExercise(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '../..'),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
