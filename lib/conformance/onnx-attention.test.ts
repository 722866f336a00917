import { expect, test } from 'vitest'
import { parseCase } from './case.ts'
import { judge } from './judge.ts'

type Data = readonly (number | boolean | string)[]
const tensor = (shape: number[], data: Data) => ({
  dtype: typeof data[0] === 'boolean' ? 'bool' : 'float64',
  shape,
  data,
})

/** One head, equal scores: an output is the mean of the values that are seen, which are powers of ten. */
function fault(attributes: object, inputs: object, Y: Data, more: object = {}) {
  const n = Y.length
  return judge(
    parseCase(
      JSON.stringify({
        id: 'a',
        group: 'a',
        op: 'Attention',
        attributes,
        inputs: {
          Q: tensor([1, 1, n, 1], new Array(n).fill(0)),
          K: tensor([1, 1, 4, 1], [0, 0, 0, 0]),
          V: tensor([1, 1, 4, 1], [1, 10, 100, 1000]),
          ...inputs,
        },
        outputs: { Y: tensor([1, 1, n, 1], Y), ...more },
        tolerance: { atol: 1e-9, rtol: 0 },
      }),
    ),
  ).fault
}

test('causal counts from the past, or from the valid keys of an outer cache', () => {
  expect(fault({ is_causal: 1 }, {}, [1, 5.5])).toBeUndefined()
  const past = { past_key: tensor([1, 1, 1, 1], [0]), past_value: tensor([1, 1, 1, 1], [7]) }
  expect(fault({ is_causal: 1 }, past, [4, 6])).toBeUndefined()
  expect(fault({ is_causal: 1 }, { nonpad_kv_seqlen: tensor([1], [3]) }, [5.5, 37])).toBeUndefined()
})

test('more queries than valid keys leave the first with nothing: zeros', () => {
  expect(fault({ is_causal: 1 }, { nonpad_kv_seqlen: tensor([1], [1]) }, [0, 1])).toBeUndefined()
})

test('padding beyond the valid keys is hidden without causality too', () => {
  expect(fault({}, { nonpad_kv_seqlen: tensor([1], [2]) }, [5.5, 5.5])).toBeUndefined()
})

test('a mask is broadcast from any rank, and keys beyond a short one are hidden', () => {
  expect(fault({}, { attn_mask: tensor([2], [false, true]) }, [10, 10])).toBeUndefined()
  expect(fault({}, { attn_mask: tensor([2, 1], [0, 0]) }, [1, 1])).toBeUndefined()
  const perRow = tensor([1, 1, 2, 4], [true, true, false, false, false, false, false, false])
  expect(fault({}, { attn_mask: perRow }, [5.5, 0])).toBeUndefined()
})

test('windows go left and right of the token itself', () => {
  expect(fault({ left_window_size: 1, right_window_size: 0 }, {}, [1, 5.5, 55, 550])).toBeUndefined()
  expect(fault({ left_window_size: 0, right_window_size: 1 }, {}, [5.5, 55, 550, 1000])).toBeUndefined()
  expect(fault({ left_window_size: 0, right_window_size: 1, is_causal: 1 }, {}, [1, 10, 100, 1000])).toBeUndefined()
})

test('each mode of the fourth output is another step', () => {
  const Q = tensor([1, 1, 1, 1], [1])
  const K = tensor([1, 1, 2, 1], [3, 3])
  const V = tensor([1, 1, 2, 1], [2, 2])
  const attn_mask = tensor([2], [1, 1])
  const capped = 2 * Math.tanh(1.5)
  for (const [mode, score] of [3, capped, capped + 1, 0.5].entries()) {
    const qk_matmul_output = tensor([1, 1, 1, 2], [score, score])
    const attributes = { softcap: 2, qk_matmul_output_mode: mode }
    expect(fault(attributes, { Q, K, V, attn_mask }, [2], { qk_matmul_output })).toBeUndefined()
  }
  const unknown = { qk_matmul_output: tensor([1, 1, 1, 2], [0, 0]) }
  expect(fault({ qk_matmul_output_mode: 4 }, { Q, K, V }, [2], unknown)).toContain('mode 4 is not known')
})
