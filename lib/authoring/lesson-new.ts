// npm run lesson:new -- LESSON [--title …]: a small, complete lesson to start from.
import path from 'node:path'
import { runNewCommand } from './new-command.ts'

process.exitCode = await runNewCommand(process.argv.slice(2), {
  root: path.resolve(import.meta.dirname, '../..'),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
