import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'complexity/interview',
    kind: 'interview',
    question: 'What does self-attention cost, in time and in memory, and what can you do about it?',
    modelAnswer:
      'Multiplying Q by K transpose, and then the weights by V, takes n squared times d multiply-adds each, so the time is O of n squared d. The score matrix has n squared entries per head: at a hundred thousand tokens that is twenty gigabytes in half precision. The projections add O of n d squared: four n d squared multiply-adds against two n squared d, so they are the larger part until n is 2d. There are three ways out: FlashAttention, exact, with only linear extra memory; sparse attention with a window w, O of n w; and kernelized attention, which is linear in n.',
    keyPoints: [
      {
        id: 'time-n2d',
        point: 'The attention itself takes O(n²·d) time.',
        accepts: [
          'n2d !memory|entries|space',
          '[12] @cost quadratic|n2|quadratically|square|squared !memory -memory -space -matrix -entries -nd -o(n) -store -score',
          '[8] quadratic|n2|quadratically|square time|compute|computation|flops|arithmetic|work|operation -memory -space -matrix -entries -score',
          '[3] time|flops|compute|cost > n2d',
          'any: [3] n2d > time|flops',
          '[10] double|twice length|long|n|text|token > 4|quadruple|fourfold !memory|entries|entry -matrix -memory -score',
        ],
        rejects: [
          '[6] projection > n2d -nd2 -attention -score',
          '[3] attention|self_attention > nd2 !n2d',
          '[4] projection > n2 -attention -score -matrix',
        ],
      },
      {
        id: 'memory-n2',
        point: 'The score matrix has n² entries, so plain attention needs memory quadratic in n.',
        accepts: [
          '[12] memory|space|storage|entries|ram|footprint|vram @quad -nw',
          '[10] score|attention|weight|logit|matrix|table|map @quad -time',
          '[6] n2 entries|elements|numbers|scores|entry|cells|bytes',
          '[6] n2 matrix|table ^attention|score|token|softmax|key|store|memory',
          '[12] matrix|score 20_gib|10_billion',
          '[4] m n2',
          '[12] matrix|score 10000000000',
        ],
        rejects: ['[5] flash > make|increase > quadratic|n2 -not'],
      },
      {
        id: 'projections-nd2',
        point: 'The projections cost O(n·d²).',
        accepts: [
          'nd2 !linear|kernel|phi|feature|map|elu|performer|linearattention|recurrent|state|kernelised -linearattention',
          '[16] projection|project|linear_layer|linear_map|wq|wk|matrices nd2|d2|quadratic_d|quadratic_dmodel|quadratic_width|square_width|d_squared -score !score',
          '[14] projection|project|linear_layer quadratic|square|squared d|width|dimension|dk|dmodel',
          '[5] nd2 ^projection',
          'any: [6] nd2 > projection',
        ],
        rejects: ['[6] projection > n2d -nd2 -attention -score', '[3] attention|self_attention > nd2 !n2d'],
      },
      {
        id: 'flash-linear-memory',
        point: 'FlashAttention brings the extra memory down to O(n).',
        accepts: [
          '[16] flash|flash_attention|tiling|tiled|io o(n)|linear|linearly|n|seqlen memory|space|footprint|storage|extra|hbm|workspace',
          '[8] flash|flash_attention o(n)|linear_memory !time -time',
          '[24+] flash > o(n)|linear_memory|linear_extra|linear_space|memory_linear -time !time -projection -window -sparse -local -kernel -linearattention',
          '[16] flash memory quadratic|n2 > linear|n|o(n)|seqlen',
          '[24+] flash > memory > linear|o(n) !time',
          '[6] memory|storage|space > o(n) ^flash',
          'any: [14] flash > linear_memory|linear_space',
          'any: [6] flash > need|take|use|require > o(n)|linear > memory|space -time',
        ],
        rejects: [
          '[14] flash > keep|need|make|increase|take|use > quadratic_memory|n2_memory|memory_quadratic|memory_n2 -not -instead',
        ],
      },
      {
        id: 'sparse-nw',
        point: 'Sparse (windowed) attention brings the cost down to O(n·w).',
        accepts: [
          'nw|ndw',
          '[8] window|sparse|sparsity|local|band|banded|longformer > linear|o(n)|linearly|proportional ^attention|token|sparse|key|neighbour|score|local|flash -linearattention',
          '[5] linear|o(n)|linearly window|sparse|local|banded|w ^attention|token|sparse|key|neighbour|score|local|flash',
        ],
      },
      {
        id: 'kernel-linear-n',
        point: 'Kernelized (linear) attention is linear in n.',
        accepts: [
          '[12] kernel|feature_map|linearattention|phi|performer|random_features|linformer|elu|low_rank linear|linearly|o(n)|nd2|nd|proportional -size !size|convolution',
          '[8] linearattention nd2|nd|o(n)|linear',
          'any: [16] linearattention > still > linear',
        ],
        rejects: ['[5] linear > d|width|dimension > quadratic', '[3] linear > d !n -n -nd2'],
      },
    ],
    followUps: [
      {
        question: 'When do the projections cost more than the attention itself?',
        answer:
          'Until n is about 2d: the projections Q, K, V and O take 4nd² multiply-adds, the full score matrix and the weighted sum 2n²d. With the feed-forward layer it is 6d, and a causal kernel, which skips half of the matrix, doubles both.',
        whenMissing: 'projections-nd2',
        followUps: [
          {
            question: 'So for a model with d of 4,096 and a prompt of 500 tokens, where does the time go?',
            answer: 'Mostly to the projections and the feed-forward layers; the quadratic part is still small.',
          },
        ],
      },
      {
        question: 'Does FlashAttention make attention sub-quadratic in time?',
        answer: 'No. The time stays O(n²·d). It saves memory, and traffic to slow memory.',
        whenMissing: 'flash-linear-memory',
        followUps: [
          {
            question: 'Why is it then faster on a GPU?',
            answer:
              'Because standard attention waits for memory, not for arithmetic; keeping blocks in fast memory removes most of the reads and writes.',
          },
        ],
      },
      {
        question: 'People say that linear attention costs O of n d. Do you agree?',
        answer: 'Not quite: it is O(n·d²) per head, since its state is a d by d matrix.',
        whenMissing: 'kernel-linear-n',
        followUps: [
          {
            question: 'From which length on does it then win?',
            answer: 'Roughly once n is larger than the head width d, counting arithmetic alone.',
          },
        ],
      },
    ],
  },
])
