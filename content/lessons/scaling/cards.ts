import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'scaling/interview',
    kind: 'interview',
    question: 'Why do we divide the scores by the square root of $d_k$?',
    modelAnswer:
      'Assume the components of the query and the key are independent, with mean zero and variance one. Then each product has variance one, and the sum of $d_k$ of them, the dot product, has variance $d_k$, so typical scores are about root $d_k$ in size. Dividing by root $d_k$ brings the variance back to one, whatever the head width. Without that, large logits push the softmax into saturation: nearly all of the weight is on one key. There its Jacobian, diag p minus p p transpose, is close to zero, so hardly any gradient flows and learning stalls.',
    keyPoints: [
      {
        id: 'independent-unit-components',
        point: 'The argument assumes that the components of q and k are independent with mean 0 and variance 1.',
        accepts: [
          '[16] independent|uncorrelated|iid mean|zero|0|centred|standard|normal|gaussian variance|1|unit|deviation|normal',
          '[14] mean_0|zero_mean|0_mean|centred variance_1|unit_variance|1_variance|deviation_1|var_1 component|entry|element|coordinate|q|k|query|key|number|entries|vector|dimension|qi|feature|value',
          '[12] standard_normal|standard_gaussian|unit_gaussian|unit_normal|n_0_1|gaussian_0_1|normal_0_1 component|entry|element|coordinate|q|k|query|key|number|entries|vector|dimension',
          '[12] independent|uncorrelated|iid component|entry|element|coordinate|q|number|entries|query|term variance|unit|1',
          '[8] independent|uncorrelated|iid standardise|standardised|standardized',
        ],
      },
      {
        id: 'variance-dk',
        point: 'The dot product q·k then has variance $d_k$ (standard deviation $\\sqrt{d_k}$).',
        accepts: [
          '[7] variance|var > dk|d|dimension|d_terms|64 !any|whatever|sqrtd -score_1 -back -divide -1 -shrink -decrease -fall',
          '[5] dk|d|dimension|64 > variance !any|whatever|sqrtd|1 -divide -1 -unit',
          '[9] variance|spread|var > grow|increase|rise|scale|proportional|go_up|add|sum|accumulate|linear dk|d|dimension|sqrtd|width|head|64',
          '[8] deviation|spread|magnitude|size|typical|order|std > sqrtd|8 -divide -over -1',
          '[8] grow|increase|rise|go_up|proportional|large|fluctuate|typical|magnitude|about|size > sqrtd !divide|over -divide -over',
          '[8] sqrtd > deviation|large|typical|big|magnitude !divide|over|by -divide -over',
          '[14] variance add|sum up|dk|d|dimension|64',
          '[7] variance|var qk|dot|product equal dk|d|dimension',
          '[7] e > qk > 2 > dk',
          'any: [6] variance > not > 1 > dk|d',
          '[8] deviation|magnitude|size|score|spread > grow|increase|rise > sqrt',
          '[14] variance > dot|product|qk > dk|d -divide -1 -over -score -unit',
        ],
        rejects: [
          '[3] variance > sqrtd -divide -scale -over -deviation',
          '[6] divide|sqrtd|scaling > make|let > variance > grow|increase',
          '[6] after > divide|scale > variance > dk -1',
        ],
      },
      {
        id: 'back-to-unit-variance',
        point: 'Dividing by $\\sqrt{d_k}$ brings the variance of the scores back to 1, whatever $d_k$ is.',
        accepts: [
          '[14] divide|scale|over|normalise|rescale|shrink|sqrtd|after|scaling|division variance|deviation|spread|var|std 1|unit|constant|same|fix|back -softmax -token -gradient !input|component|element|entry',
          '[10] variance|deviation|spread|var|std|it 1|unit !product -product > again|back|whatever|any|every|all',
          '[10] back|again|restore|keep|stay|bring|whatever|remain|hold|return|cancel variance|deviation|spread|var|std 1|unit|constant|one ^score|dot|qk|sqrtd|divide|logit|dk|over -product -activation',
          '[10] divide|over|scale sqrtd 1|unit again|back -mean',
          '[10] var|variance|deviation qk sqrtd 1',
          '[8] unit_variance|variance_1|deviation_1 score|logit|sqrtd|divide|scale|after|again',
          '[10] variance|var|deviation > divide|over|scale > sqrtd > 1',
          '[7] divide|over|scale sqrtd make|give|bring|get > 1 -mean',
          '[8] sqrtd normalise|renormalise|rescale 1|unit !length -vector',
          '[6] divide|over|dividing > sqrt|root > 1',
        ],
        rejects: [
          '[6] dot|product > always|already > variance > 1',
          '[8] divide|sqrtd > variance > 0|grow|increase|larger -not',
        ],
      },
      {
        id: 'softmax-saturates',
        point: 'Large scores push the softmax into saturation (nearly one-hot weights).',
        accepts: [
          '[14] softmax|weight|probability|attention|distribution|mass|score saturate|saturation|onehot|peaked|peaky|spiky|sharp|argmax|hardmax|extreme|collapse|degenerate|concentrated|flat_region|flat_part|flat_area|flat_end|winner|spike|hard',
          'saturate|saturation|onehot ^softmax|score|logit|attention',
          'not: saturate|saturation|onehot|peaked|sharp ^divide|sqrtd|scaling|root|keep|avoid|prevent|stop|scale',
          '[12] weight|probability|mass|everything|attention|all|100 all|nearly|almost|most|entire|everything|whole|close_1 1_key|1_token|single|1_position|1_entry|only_1|one|winner|largest|biggest|1_element|1',
          '[10] only|just|single 1_token|1_key|token|key|winner get|receive|take everything|all',
          '[6] 1|single entry|key|token|position|score|element|winner win|dominate',
          '[8] softmax give|put|assign > all|everything|nearly_all > 1|single|only',
          '[8] 1 > token|key|position > 0.99|0.999|99|all|everything|whole',
          '[8] everything|all > go|land|put > 1|single|only > token|key|position|word',
          'winner_take_all|winner_takes_all',
          '[8] softmax > push > far',
        ],
        rejects: [
          '[8] saturate > after > divide|scale|sqrtd',
          '[8] variance > 1 > give|make|cause > onehot|saturate|peaked',
        ],
      },
      {
        id: 'gradient-vanishes',
        point: 'In that region the gradient (Jacobian) of the softmax is close to zero.',
        accepts: [
          '[9] gradient|jacobian|derivative|slope @small',
          'not: [9] gradient|derivative flow|reach|pass|signal|left|get|remain|survive|exist|come',
          'not: [4] gradient|derivative|slope',
          'vanish_gradient|vanishing_gradient|gradient_vanishing',
          '[10] diag 0|zero|vanish',
          'any: [9] vanish|disappear|die gradient|derivative|jacobian',
        ],
        rejects: [
          '[3] gradient|derivative > explode|blow|overflow|large|big|huge -small -tiny -vanish -0 -not',
          '[8] saturate > after > divide|scale|sqrtd',
          '[8] variance > 1 > give|make|cause > onehot|saturate|peaked',
        ],
      },
    ],
    followUps: [
      {
        question: 'Do the scores grow like d, or like something else?',
        answer:
          'The variance grows like $d_k$; the scores themselves, measured by their standard deviation, grow like the square root of $d_k$.',
        whenMissing: 'variance-dk',
        followUps: [
          {
            question: 'What happens if you divide by $d_k$ instead?',
            answer:
              'The standard deviation shrinks to one over root $d_k$, so for wide heads the weights are almost uniform at the start: attention that cannot select a key.',
          },
        ],
      },
      {
        question: 'What does a saturated softmax do to training?',
        answer:
          'Its Jacobian, diag(p) minus p pᵀ, goes to zero as p becomes one-hot, so almost no gradient reaches the queries and keys.',
        whenMissing: 'gradient-vanishes',
        followUps: [
          {
            question: 'How large can an entry of that Jacobian be?',
            answer: 'A diagonal entry is p times one minus p, at most one quarter, when p is one half.',
          },
        ],
      },
      {
        question: 'Is it the width of the head or the width of the model under the root?',
        answer: 'The width of the head, $d_k$, because the dot product sums over that many components.',
        followUps: [
          {
            question: 'For a model of width 512 with eight heads, what do you divide by?',
            answer: 'The head is 64 wide, so you divide by the square root of 64, which is 8.',
          },
        ],
      },
    ],
    exercise: 'attention',
    anchor: 'why',
    teaches: ['no-scale'],
  },
  {
    id: 'scaling/formula',
    kind: 'formula',
    question:
      'Write scaled dot-product attention in one line. Say what each letter is, and along which axis the softmax runs.',
    modelAnswer:
      '$\\operatorname{softmax}\\!\\left(QK^\\top / \\sqrt{d_k}\\right)V$. $Q$ holds the queries, $K$ the keys and $V$ the values, one token per row; $d_k$ is the width of a query and of a key. The softmax runs along each row, over the keys. Each output is an average of the values, one row per query.',
    keyPoints: [
      { id: 'scores-over-root', point: 'The scores are QKᵀ divided by $\\sqrt{d_k}$.', accepts: ['[10] qk sqrtd'] },
      {
        id: 'softmax-over-keys',
        point: 'The softmax runs along each row, over the keys.',
        accepts: [
          '[8] softmax > row|rows|rowwise|over_key|over_k|along_key|across_key|key_axis|each_query|per_query|last_axis|last_dimension',
          '[6] row|rows > softmax',
          '[10] row sum_1',
        ],
        rejects: ['[10] softmax > column|columns|over_query|across_query|along_query', '[10] column sum_1'],
      },
      {
        id: 'times-values',
        point: 'The weights multiply V: each output is an average of the values.',
        accepts: [
          '[16] softmax v|value|values|kv|average',
          '[16] softmax qk > v|value|kv',
          'softmax qk > v',
          '[20] qk > v',
          '[12] weight|softmax|output > multiply|times|@average v|@value',
        ],
      },
      {
        id: 'dk-key-width',
        point: '$d_k$ is the width of queries and keys in one head.',
        accepts: [
          '[10] dk|d width|dimension|size|length|component|wide key|query|head|kv|k|q',
          'dk width|dimension|head',
          '[4] dk > dk',
        ],
        rejects: ['[6] dk|d > dmodel', '[6] dk|d > width|dimension|size > model|value -head -query -key'],
      },
    ],
    followUps: [
      {
        question: 'May the values have a different width from the keys?',
        answer:
          'Yes. Queries and keys must have the same width, because they meet in a dot product. The output has the width of the values, and the scale still comes from the keys.',
        whenMissing: 'dk-key-width',
        followUps: [
          {
            question: 'And what goes wrong if you take the root of the value width?',
            answer:
              'Nothing as long as both widths are equal, so the mistake is easy to miss. As soon as they differ, the temperature of the softmax is wrong.',
          },
        ],
      },
    ],
    exercise: 'attention',
    anchor: 'why',
    teaches: ['softmax-over-queries', 'no-softmax', 'scores-against-values', 'residual', 'sqrt-of-keys'],
  },
  {
    id: 'scaling/before-softmax',
    kind: 'why',
    question: 'Why does the scale come before the softmax? Could you divide the weights instead?',
    modelAnswer:
      'Before the softmax, the factor sets how sharp the weights are and keeps the softmax out of saturation. Afterwards the damage is done: the weights are already almost one-hot. Dividing them makes each row sum to one over root d instead of one, which is the same as shrinking the values.',
    keyPoints: [
      {
        id: 'scale-sets-sharpness',
        point: 'Before the softmax, the scale sets how sharp the weights are.',
        accepts: [
          '[12] sharp|sharpness|temperature|peaked|flat|even|entropy scale|divide|factor|before|score|logit|temperature|dividing -after',
          'not: [6] scale_invariant|invariant|invariance',
          '[8] divide|scale|factor > logit|score > change > distribution|weight|probability|ratio',
        ],
        rejects: ['[8] after > sharp|same -before', '[8] sharp > before !set'],
      },
      {
        id: 'after-is-too-late',
        point: 'After the softmax it is too late: the softmax has already saturated.',
        accepts: [
          '[10] late ^softmax|after|saturate',
          '[14] already|after|afterwards|then saturate|saturated|saturation|onehot|peaked -before',
          'damage ^softmax|after|weight|onehot',
          'not: [10] undo|repair|fix|reverse|help|bring saturate|saturation|onehot',
        ],
      },
      {
        id: 'sum-no-longer-one',
        point: 'Scaled weights no longer sum to 1; it only shrinks the output like scaling V.',
        accepts: [
          'not: [8] sum|add 1',
          '[14] shrink|scale|multiply|divide output|v|value',
          '[8] sum|add > sqrtd|over_sqrtd|less_than_1|below_1',
        ],
      },
    ],
    followUps: [
      {
        question: 'Softmax ignores a number that is added to all scores. Does it ignore a factor, too?',
        answer:
          'No. A constant added to all scores cancels. A factor does not: it multiplies the differences, and softmax depends on nothing else. A factor is a temperature.',
        whenMissing: 'scale-sets-sharpness',
        followUps: [
          {
            question: 'Which temperature is it, then?',
            answer: 'Dividing by root $d_k$ is a fixed temperature of root $d_k$: 8 for heads of width 64.',
          },
        ],
      },
    ],
    exercise: 'attention',
    anchor: 'before-the-softmax-not-after-it',
    teaches: ['scale-after-softmax'],
  },
  {
    id: 'scaling/dk-64',
    kind: 'number',
    question: 'At $d_k = 64$, with unit-variance components: what are the variance and the standard deviation of q·k?',
    modelAnswer:
      'The variance is 64 and the standard deviation 8. After dividing by root 64, which is 8, both are 1. The difference of two independent scores has standard deviation root 2 times as much: 11.3 without the scale, a factor of about 80,000 in weight, and 1.41 with it, a factor of about 4.',
    keyPoints: [
      {
        id: 'variance-64',
        point: 'The variance of q·k is 64.',
        accepts: [
          '[6] variance > 64 -8 -deviation -divide',
          '[2] 64 > variance',
          '[3] 64 > 8 !sqrt|root|divide|variance|deviation',
          '[8+] 64 > sqrt > 8',
        ],
        rejects: ['[3] variance > 8 -64 !squared|square|2'],
      },
      {
        id: 'sd-8',
        point: 'The standard deviation is 8, and 8 is what you divide by.',
        accepts: [
          '[6] deviation > 8 -64',
          '[10] deviation > sqrt > 8',
          '[2] 8 > deviation',
          '[6] divide|over > 8',
          '[8] sqrt|root > 8 -128',
          '[3] 64 > 8 !sqrt|root|divide|variance|deviation',
          '[8+] 64 > sqrt > 8',
        ],
        rejects: ['[3] deviation > 64 -8 !sqrt|root'],
      },
    ],
    followUps: [
      {
        question: 'And at $d_k = 128$?',
        answer:
          'Variance 128, standard deviation about 11.3, which is also the divisor. The width has doubled; the typical score has grown by a factor of 1.41.',
        whenMissing: 'sd-8',
        followUps: [
          {
            question: 'What does a lead of 11.3 mean for the ratio of two weights?',
            answer: 'e to the 11.3, about 81,000 to 1. The softmax is close to a hard maximum.',
          },
        ],
      },
    ],
    exercise: 'scaled-scores',
    anchor: 'why',
  },
  {
    id: 'scaling/grow-like-d',
    kind: 'trap',
    question:
      '“The scores grow like d, so we divide by the square root of d.” What is wrong with that, and when is even the corrected sentence wrong?',
    modelAnswer:
      'The variance grows like d; the typical score, measured by its standard deviation, grows like root d. That is why the root is the divisor. It holds for independent components, as at initialization. After training, queries and keys are correlated, and then scores can grow like d.',
    keyPoints: [
      {
        id: 'variance-not-score',
        point: 'It is the variance that grows like d; a typical score grows like √d.',
        accepts: [
          '[10] variance > d|dk|linear|linearly -sqrtd',
          '[12] score|deviation|size|magnitude > sqrtd -divide -divided',
          '[10] d|dk > variance',
        ],
        rejects: [
          'any: [6] nothing|none > off|wrong',
          '[5] variance > sqrtd -deviation -score -divide',
          '[5] variance > both > d',
        ],
      },
      {
        id: 'independence',
        point: 'That holds for independent components, as at initialization.',
        accepts: ['independent|independence|uncorrelated|iid|initialisation|initialization|initialise|initialize|init'],
        rejects: ['any: [6] nothing|none > off|wrong', '[5] variance > sqrtd -deviation -score -divide'],
      },
      {
        id: 'correlated-after-training',
        point: 'Learned q and k are correlated, so q·k can grow like d.',
        accepts: ['correlate|correlated|correlation|align|aligned|alignment'],
        rejects: ['[8] correlate|correlation|correlated > shrink|sqrtd|smaller', 'any: [6] nothing|none > off|wrong'],
      },
    ],
    followUps: [
      {
        question: 'What do people do about the scores of a trained model, then?',
        answer:
          'μP divides by d instead of √d, for this very reason. QK-norm, which normalizes queries and keys, and soft-caps, which bound a score by c · tanh(s/c), limit the scores whatever makes them grow.',
        whenMissing: 'correlated-after-training',
        followUps: [
          {
            question: 'Why does correlation change the exponent?',
            answer:
              'Each product then has a mean that is not zero. Means add up like d, while independent noise adds up like √d, so for wide heads the mean wins.',
          },
        ],
      },
    ],
    exercise: 'scaled-scores',
    anchor: 'common-mistakes-when-you-say-it',
    teaches: ['divide-by-d'],
  },
  {
    id: 'scaling/every-transformer',
    kind: 'trap',
    question:
      'Does every Transformer divide its scores by $\\sqrt{d_k}$? Name models that do, and one that does not and what it does instead.',
    modelAnswer:
      'No. The original Transformer, BERT, GPT and LLaMA do. T5 leaves the division out: in its code the factor is folded into the initialization of the query projection, whose standard deviation is one over the root of $d_{\\text{model}} \\cdot d_{kv}$, and a learned relative-position bias is added to the unscaled scores.',
    keyPoints: [
      {
        id: 't5-does-not',
        point: 'T5 does not divide the scores.',
        accepts: [
          'any: [8] t5 > not|no|without|never|omit|leave|skip|lack|unscaled',
          'any: [6] not|no|except|without > t5',
          'except|exception|unlike t5',
          '[10] t5 > fold|absorb|init|initialise|initialisation|initialization|initialize',
        ],
        rejects: ['any: [6] t5 > not|never > skip|omit|forget|leave|drop', '[3] t5 > divide|too|also'],
      },
      {
        id: 'folded-into-init',
        point: 'There the factor is folded into the initialization of the query projection.',
        accepts: [
          '[14] fold|absorb|absorbed|folded|built|bake|put|move|merge query|wq|projection|initialisation|initialization|init',
          '[14] initialise|initialisation|initialization|initialize|init query|wq|projection',
        ],
        rejects: [
          '[8] fold|absorb|put > value -query',
          '[6] initialise|initialisation|initialization|initialize > usual|usually|normal',
        ],
      },
      {
        id: 'most-do',
        point: 'The original Transformer, BERT, GPT and LLaMA do divide.',
        accepts: [
          '[8] bert|gpt|llama|original|vaswani|most divide|scale|all|do|yes -t5',
          '[8] original|bert|gpt|llama > bert|gpt|llama -t5',
        ],
        rejects: ['any: [5] bert|gpt|llama|original > not|no|never > divide|scale -t5'],
      },
    ],
    followUps: [
      {
        question: 'Why does that work as well at the start of training?',
        answer:
          'The scores are linear in $W_Q$. Whether you divide the scores by √d or start $W_Q$ smaller by that factor, the first scores have the same spread.',
        whenMissing: 'folded-into-init',
        followUps: [
          {
            question: 'Is it the same later in training, too?',
            answer:
              'No: the first update already differs. The matrix is smaller by √d and its gradient larger by √d, so at the same learning rate the scores move √d times as fast with Adam and d times as fast with SGD.',
          },
        ],
      },
    ],
    exercise: 'scaled-scores',
    anchor: 'common-mistakes-when-you-say-it',
    teaches: ['cosine'],
  },
  {
    id: 'scaling/jacobian',
    kind: 'definition',
    question: 'What is the Jacobian of the softmax, how large can an entry be, and when does it vanish?',
    modelAnswer:
      'With weights $p$ it is $\\operatorname{diag}(p) - pp^\\top$: entry $(i,j)$ is $p_i(\\delta_{ij} - p_j)$. No entry is larger than one quarter. It goes to zero as $p$ becomes one-hot, because every entry then has a factor $p_i$ or $1 - p_i$ that is close to zero.',
    keyPoints: [
      {
        id: 'diag-minus-outer',
        point: 'The Jacobian is diag(p) − p pᵀ.',
        accepts: [
          '[9] diag|diagonal > minus|less > p|pp|outer',
          '[9] diag|diagonal > p > p|pp|outer -plus',
          '[10] alpha|p|pi > delta|kronecker > alpha|p|pj|minus',
        ],
        rejects: ['[9] diag|diagonal > plus > p|pp|outer'],
      },
      {
        id: 'vanishes-one-hot',
        point: 'It goes to zero when the weights become one-hot.',
        accepts: [
          '[14] vanish|zero|0|disappear onehot|saturate|saturated|saturation|peaked|hard',
          '[8] vanish|zero|0|disappear > weight|probability|key|entry > 1 -uniform -largest',
        ],
        rejects: ['[6] vanish|zero|0 > uniform', 'any: [4] vanish > never'],
      },
      {
        id: 'at-most-quarter',
        point: 'No entry is larger than one quarter.',
        accepts: ['any: [10] quarter|1_4|0.25|1_over_4 -least !least'],
        rejects: ['[4] least|smaller|smallest > quarter|0.25'],
      },
    ],
    followUps: [
      {
        question: 'What do its rows sum to, and why?',
        answer: 'To zero. Adding the same number to all scores changes no weight, so the changes along a row cancel.',
        whenMissing: 'diag-minus-outer',
        followUps: [
          {
            question: 'Does a uniform softmax have large gradients, then?',
            answer:
              'Not large either: with n keys the diagonal is (1/n)(1 − 1/n). But every key gets a gradient of that size; in saturation almost none does.',
          },
        ],
      },
    ],
    exercise: 'attention',
    anchor: 'saturation',
  },
])
