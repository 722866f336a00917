import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'sparse-attention/interview',
    kind: 'interview',
    question: 'What if each token looks at only some of the others? Tell me about sparse attention.',
    modelAnswer:
      'Let each token attend only to a local window of neighbors, as in Longformer or Mistral, and add a few global tokens that see, and are seen by, every position. The cost falls from n squared to n times w plus g, so it is linear in the length. Distant tokens are still reached through depth: with L layers the receptive field of a window grows to about L times w. But you must really skip the pairs outside. Computing the full score matrix and masking it gives the right result and saves nothing.',
    keyPoints: [
      {
        id: 'local-window',
        point: 'Each token attends only to a local window of neighbors.',
        accepts: [
          '[10] @window attend|see|look|token|only|each|attention|w|pattern|every|just|position|key|restrict|word|neighbours|size',
          'sliding_window|local_window|local_attention',
          '[8] attend|see|look last|previous|preceding|before 4096|4k|few|w|token !all',
          '[4] banded|band|block locality|local',
          '[6] window mistral|longformer|bigbird',
          '[6] @see only|just w|few|512|window token|back|neighbour',
          'i_minus_w|t_minus_w',
        ],
      },
      {
        id: 'global-tokens',
        point: 'A few global tokens are connected with every position, in both directions.',
        accepts: [
          '[12] global|special|cls|hub|few_token > attend|see|connect|look|reach|link|talk|visible|communicate|read|sees > @all|both|viceversa|mutual|back|other',
          '[10] all|every|everyone|everything|each > attend|see|look|read|reach > global|cls|them',
          '[10] global both|viceversa|symmetric|mutual|two_way|all|seen|everyone|everything|whole',
          '[10] global both|bidirectional|bidirectionally|full connectivity|connection|direction|connected',
        ],
        rejects: [
          'not: [6] attend|see|look|read them|back|global ^global',
          '[6] global > attend|see > nobody|none|nothing|only',
          'one_sided|one_way|one_direction',
          '[4] global > hide|invisible|mask > all|every|other',
        ],
      },
      {
        id: 'cost-linear',
        point: 'The cost falls to O(n·(w+g)), linear in n.',
        accepts: [
          'nw|ndw|o(n) !log',
          '[8] linear|linearly|proportional cost|time|complexity|length|n|memory|scale|grow|sequence|instead|compute|become|seqlen',
          'not: [8] quadratic|n2',
        ],
        rejects: ['[10] full|whole|dense|n2 > mask > linear -skip -not'],
      },
      {
        id: 'receptive-field',
        point: 'Over L layers the receptive field grows to about L·w.',
        accepts: [
          'receptive|lw',
          '[12] layer|depth|stack|deep|stacking|hop reach|grow|far|distant|further|indirect|hop|travel|propagate|spread|wide|flow|widen|long_range|l_times|indirectly|relay|larger !1|single|one|enough|same|stay',
          '[8] each|every > layer > reach|see|window > further|far|more',
        ],
        rejects: ['[6] receptive|reach|far > stay|remain -not', '[5] receptive > shrink|decrease'],
      },
      {
        id: 'named-model',
        point: 'Longformer, BigBird or Mistral is named as a model that does this.',
        accepts: ['any: longformer|bigbird|mistral'],
      },
      {
        id: 'skip-not-mask',
        point: 'The excluded pairs must really be skipped: a full score matrix with a mask on top saves nothing.',
        accepts: [
          'any: [14] mask|masking full|dense|whole|entire|n2|top|afterwards|matrix|everything|all|after nothing|no_gain|no_benefit|waste|as_much|same_cost|pointless|useless|no_help|same_time',
          'any: [10] really|actual|truly|must|genuinely|have_to|physically|actually skip|skipped|leave_out|avoid|omit',
          '[10] skip pair|block|excluded|outside|rest|score|computation|others|masked',
          'not: [10] compute|calculate outside|excluded|rest|others|masked|pairs|other_pairs',
          'not: [10] save|gain|win|cheaper|buy|help|faster|second mask|full|dense|matrix|masking|calculate|compute|everything',
          'any: [34+] mask|full_matrix > save|gain > nothing',
          'any: [14] mask|masking|dense|full > 0|no > saving|save|gain|benefit|speedup',
          '[6] leave_out|skip|omit > excluded|masked|outside|rest|pair|block|other',
          'any: [14] mask|masking|dense|full > 0|no > speed|speed_up|fast',
          '[6] pay|cost > full > price|cost',
          'any: [24+] mask|-inf|masking > useless|pointless',
          'not: [6] touch|visit|load|compute block|pair|tile',
        ],
        rejects: ['[5] mask > good|same > skip'],
      },
    ],
    followUps: [
      {
        question: 'How can a token learn about something that is outside its window?',
        answer:
          'Through depth: each layer passes information on by one window, so L layers reach about L times w. Or through a global token, in two hops.',
        whenMissing: 'receptive-field',
        followUps: [
          {
            question: 'Window 4,096 and 32 layers: how far is that in theory?',
            answer: 'About 131,000 tokens, 32 times 4,096; in practice the signal thins out much earlier.',
          },
        ],
      },
      {
        question: 'I take the full score matrix and put a window mask on it. Am I done?',
        answer: 'The result is right, but nothing is saved: all n squared scores were computed and stored.',
        whenMissing: 'skip-not-mask',
        followUps: [
          {
            question: 'How do real kernels skip the work?',
            answer:
              'They work by blocks: blocks entirely outside the window are never loaded, and only those on the edge are masked.',
          },
        ],
      },
    ],
  },
])
