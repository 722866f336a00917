import { describe, expect, test } from 'vitest'
import { typeRemark } from './type-remark.ts'

describe('typeRemark', () => {
  test('names a field that nobody reads, and the one that was meant', () => {
    const remark = typeRemark(
      "TS2561: Object literal may only specify known properties, but 'hint' does not exist in type 'FunctionDefinition<Args, number[][]>'. Did you mean to write 'hints'?",
    )
    expect(remark).toEqual({ message: 'unknown field “hint”', fix: 'Did you mean “hints”?' })
  })

  test('says whose fields to look up where none is near', () => {
    const remark = typeRemark(
      "TS2353: Object literal may only specify known properties, and 'work' does not exist in type 'FunctionDefinition<Args, number[][]>'.",
    )
    expect(remark.fix).toContain('among the fields of FunctionDefinition')
  })

  test('finds the field that is missing below the type that does not fit', () => {
    const remark = typeRemark(
      "TS2322: Type '{ id: string; }' is not assignable to type 'M'.\n  Property 'say' is missing in type '{ id: string; }' but required in type 'Omit<M, \"run\">'.",
    )
    expect(remark.message).toBe('“say” is missing')
  })

  test('finds the property of a component that there is not', () => {
    const remark = typeRemark(
      "TS2322: Type '{ lable: string; }' is not assignable to type 'IntrinsicAttributes & SliderProps'.\n  Property 'lable' does not exist on type 'IntrinsicAttributes & SliderProps'. Did you mean 'label'?",
    )
    expect(remark).toEqual({ message: 'there is no “lable” here', fix: 'Did you mean “label”?' })
  })

  test('gives what it does not know in the words of TypeScript, shortened, with the reason', () => {
    const remark = typeRemark(
      `TS2322: Type '${'x'.repeat(300)}' is not assignable to type 'Args'.\n  Source has 3 element(s) but target requires 4.`,
    )
    expect(remark.message.length).toBeLessThan(260)
    expect(remark.message).toContain('Source has 3 element(s) but target requires 4.')
  })
})
