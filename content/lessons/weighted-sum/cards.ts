import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'weighted-sum/interview',
    kind: 'interview',
    question: 'Explain attention to me in one sentence, and then unpack that sentence a little.',
    modelAnswer:
      'Attention gives each position a weighted average of value vectors. A query is compared with every key by a dot product, and softmax turns those scores into positive weights that sum to one. So it is a soft dictionary lookup: instead of fetching one entry, you get a blend of all entries, mostly those whose keys match. The weights themselves are not parameters; they are computed from every input. What the network learns is the projection matrices that turn tokens into queries, keys and values.',
    keyPoints: [
      {
        id: 'weighted-average-of-values',
        point: 'The output is a weighted average (weighted sum) of the value vectors.',
        accepts: [
          '@weighted @average @value',
          '[16] weighted_sum|weighted_average|weighted_mean|convex_combination|weighted_combination @value|information|entries|vector|them',
          'sum|average|mix|blend|add|mean alpha @value',
          'mix|blend|average|combine|mixture @value proportion|proportional|match|similar|relevant|score|softmax|importance|relevance|fit',
          'softmax qk > v|value|kv',
          '[6] weight|alpha|softmax > multiply|times|apply|applied|over > @value',
          '[24+] weight|alpha|probability|softmax > sum|average|add|mix|blend|combine value -sum_1 -add_1',
          'any: [12] average|sum|mean > value > weighted',
          '[10] mixture|blend > value',
          '[16] average|mix|blend|mean > @value > count|weigh|matter > more|less',
          '[8] blend|mixture|mix|average|sum > weight ^value',
          '[4] return|output|take|give weighted_average|weighted_sum|weighted_mean ^value',
          '[10] average|mean|sum > value > number|coefficient|percentage|distribution ^softmax',
        ],
        rejects: ['[2] sum|average|mean|mix > keys', '[6] each|all|every > same|equal > weight'],
      },
      {
        id: 'query-key-dot-product',
        point: 'The scores come from the dot product of the query with each key.',
        accepts: [
          'qk',
          '@query @key @dot',
          '[16] dot_product|inner_product|scalar_product @query|score|similarity @key',
          '[16+] @query @key dot_product|inner_product|scalar_product',
          '[6] dot_product|inner_product softmax|score !value -value',
          '[6] multiplication|multiply|product > query > key',
          '[6] multiplication|multiply|product > key > query',
        ],
        rejects: ['[4] dot|product > query > value -key', '[6] score|similarity > euclidean|distance|subtract'],
      },
      {
        id: 'softmax-normalises',
        point: 'Softmax turns the scores into weights that sum to one.',
        accepts: [
          'softmax weight|probability|distribution|normalise|sum_1|positive|percentage|fraction|alpha|share|add_1 !class|classifier|vocabulary',
          '[20] weight|they|score|number sum_1|add_1|total_1|sum_one_hundred ^softmax|exponential|exp',
          '[8] exp > sum > exp',
          '[14] exp|exponential|exponentiate divide|over|normalise sum',
          '[20] softmax > sum_1',
          '[8] normalise ^softmax score|weight',
          '[10] softmax > simplex|convex|non_negative|nonnegative|unit_sum',
          '[16] softmax coefficient|convex',
          '[6] sum w|p|alpha|weight 1 ^softmax|exp',
          '[6] sum softmax 1',
        ],
        rejects: ['[4] softmax > over > feature|channel|dimension', '[5] softmax > make > weight|all > equal'],
      },
      {
        id: 'weights-from-input',
        point: 'The attention weights are computed from each input; they are not learned parameters.',
        accepts: [
          '[10] weight|alpha|coefficient|softmax_score|they compute|calculate|derive|recompute|made|make|produce|generate|depend|function|obtain input|token|sequence|sentence|example|data|x|content|prompt|text|forward|context',
          'not: [12] learn|parameter|train|fix|static|trainable|constant|store|memorise weight|alpha|attention|score|coefficient|they',
          'data_dependent|input_dependent|content_dependent|input_specific|context_dependent|dynamic_weight',
          '[10] weight|alpha|score|attention|coefficient change|vary|fresh|afresh|anew|dynamic|differ every|each|new|input|sentence|time',
          '[24+] weight|alpha|score|coefficient > fly|runtime|anew|afresh|fresh',
          '[10] compute|calculate input|x weight|alpha',
          '[8] weight|alpha|coefficient function|depend input',
          'not: [24+] store|save|fix weight|alpha',
          '[10] another|other|new|every|each > sentence|input|text > other|different|new > weight',
          '[4] function > input ^weight|coefficient|alpha|softmax',
          '[8] come|compute|made|make > new|anew|fresh|afresh > every|each ^weight|attention|look|softmax|percentage',
          'not: [12] learn|parameter|train|fix percentage|proportion',
          '[10] percentage|proportion compute|calculate|derive text|input|sentence|fly ^softmax',
          '[8] come > out > sentence|input|text ^attend|attention|weight',
          '[4] weight|alpha > come > input|sentence|content|data',
        ],
      },
      {
        id: 'learned-projections',
        point: 'What is learned is the projection matrices that make queries, keys and values.',
        accepts: [
          '[14] learn|train|parameter|trainable|optimise|gradient|learnable|backpropagation|weight_matrix|learnt projection|project|matrix|matrices|wq|wk|wv|linear_layer|linear_map|linear|layer_make @query|@key|@value|projection|wq|matrix|matrices|wk',
          '[10] learn|train|parameter|trainable|learnable|learnt wq|wk|wv|projection',
          '[14+] learn|train|trainable > wq|projection|projection_matrix|linear_layer|linear_map',
          '[8] only|just > wq|wk|projection|matrix|matrices ^learn|train|trainable',
        ],
        rejects: ['[4] projection > compute|computed > input !matrix !matrices !query'],
      },
      {
        id: 'soft-lookup',
        point: 'It works like a soft dictionary lookup.',
        accepts: [
          'soft|fuzzy|differentiable|continuous|smooth|blurry|softly lookup|dictionary|hash_table|hash_map|retrieval|database|table|key_value_store|hashmap|memory|search|map|address|dict|query',
          '[16] dictionary|hash_table|hash_map|hashmap|lookup|database|key_value_store|dict blend|all|every|mix|degree|partial|average|bit|fraction|approximate|similar|weighted',
          '[24+] dictionary|hash_table|hash_map|dict soft|blend|mix|partial|degree|differentiable|average|fuzzy|mixture',
          'any: [12] lookup|dictionary > soft',
        ],
      },
    ],
    followUps: [
      {
        question: 'You said the weights sum to one. How would you compute that softmax so that it never overflows?',
        answer:
          'Subtract the maximum score before the exponential. The result is the same, since the common factor cancels, and no exponent is above zero.',
        whenMissing: 'softmax-normalises',
        followUps: [
          {
            question: 'And if every score is minus twenty thousand, what goes wrong without that?',
            answer:
              'Every exponential underflows to zero, the sum is zero, and zero over zero is NaN. After subtracting the maximum, at least one term is exactly one.',
          },
        ],
      },
      {
        question: 'Which parts of this are trained, and which are only computed?',
        answer:
          'Trained: the projection matrices for queries, keys and values. Computed for each input: the scores, the weights and the output.',
        whenMissing: 'learned-projections',
        followUps: [
          {
            question: 'So how does gradient reach the projection of the keys?',
            answer:
              'Through the weights: from the output to the softmax, through its Jacobian to the scores, and from there to the keys and their projection.',
          },
        ],
      },
      {
        question: 'How does this differ from an ordinary dictionary lookup?',
        answer:
          'A dictionary needs an exact key and returns one value. Attention matches every key by degree and returns a blend, which is differentiable.',
        whenMissing: 'soft-lookup',
        followUps: [
          {
            question: 'When would attention behave like the ordinary, hard lookup?',
            answer:
              'When one score is far above all others: the softmax is then almost one-hot and the output is almost that one value.',
          },
        ],
      },
    ],
    exercise: 'attend-one',
    anchor: 'why',
    teaches: ['average-of-keys', 'scaled'],
  },
  {
    id: 'weighted-sum/softmax-formula',
    kind: 'formula',
    question: 'Write softmax in the form that you would implement, and read it out.',
    modelAnswer:
      '$w_j = e^{s_j - \\max s} / \\sum_k e^{s_k - \\max s}$. Subtract the largest score from every score, raise e to what is left, and divide each term by the sum of terms. On paper the subtraction changes nothing; in floating point it prevents overflow.',
    keyPoints: [
      {
        id: 'exponentials',
        point: 'Each score becomes e to the power of that score.',
        accepts: ['exp|exponential|exponentiate', '[8] e power|raise|raised', 'exp > sum > exp', 'e > sum > e'],
        rejects: ['[14+] divide > sum > score > e|exp'],
      },
      {
        id: 'divide-by-sum',
        point: 'Each exponential is divided by the sum of all exponentials.',
        accepts: ['[14] divide|over|normalise sum|total', 'exp > sum > exp'],
        rejects: ['[6] divide|over > sum > score -exponential -exp', '[6] divide > sum > square'],
      },
      {
        id: 'subtract-maximum',
        point: 'The largest score is subtracted first, so that nothing overflows.',
        accepts: [
          '[10] subtract|minus|shift max|maximum|largest|biggest',
          '[5] exp|e > max|maximum',
          '[4] max|maximum|largest|biggest > take|remove|deduct',
        ],
        rejects: ['[4] add|plus|divide > max|maximum|largest'],
      },
    ],
    followUps: [
      {
        question: 'Why may you subtract anything at all?',
        answer:
          'A number $c$ that is subtracted from every score multiplies every exponential by $e^{-c}$. The factor is in the numerator and in the denominator, and cancels.',
        whenMissing: 'subtract-maximum',
        followUps: [
          {
            question: 'Would subtracting the mean do instead?',
            answer:
              'On paper yes, in floating point no: a score that is 710 above the mean still overflows. Only the maximum leaves no exponent above zero.',
          },
        ],
      },
    ],
    exercise: 'softmax',
    anchor: 'softmax-turns-scores-into-weights',
    teaches: ['max-from-zero', 'unshifted-sum', 'divide-by-max', 'clamp', 'sorted'],
  },
  {
    id: 'weighted-sum/why-softmax',
    kind: 'why',
    question: 'Why does attention use a softmax instead of the shares of the raw scores, or a hard maximum?',
    modelAnswer:
      'Scores can be negative and can sum to zero, so their shares may be negative or arbitrarily large. The exponential makes every term positive and keeps the order; divided by their sum, the terms add up to one, so the output is an average. Softmax is also smooth: gradient reaches every score. A hard maximum passes none to the queries and keys.',
    keyPoints: [
      {
        id: 'positive-weights',
        point: 'The exponential makes all weights positive, though scores may be negative.',
        accepts: [
          '[12] positive|non_negative|nonnegative weight|term|exponential|exp|softmax|negative|every|all',
          '[4] weight|term > above|greater|larger > 0',
        ],
      },
      {
        id: 'sums-to-one',
        point: 'Dividing by the sum makes the weights sum to one, so the result is an average.',
        accepts: ['[12] sum_1|add_1|total_1|average|normalise|up_to_1'],
      },
      {
        id: 'differentiable',
        point: 'It is differentiable everywhere, unlike a hard maximum.',
        accepts: ['differentiable|smooth|gradient|derivative'],
        rejects: ['not: [4] softmax differentiable|smooth'],
      },
    ],
    followUps: [
      {
        question: 'What does a difference of two scores mean for their weights?',
        answer:
          'The ratio of two weights is $e$ to the difference of their scores. A difference of 1 is a factor of about 2.7, a difference of 10 one of about 22,000.',
        whenMissing: 'positive-weights',
        followUps: [
          {
            question: 'Can a weight ever be exactly zero?',
            answer:
              'Not on paper, for finite scores. In double precision a score that is about 746 below the largest underflows to exactly zero, and a mask of minus infinity gives zero by definition.',
          },
        ],
      },
    ],
    exercise: 'softmax',
    anchor: 'softmax-turns-scores-into-weights',
    teaches: ['no-exponential', 'argmax'],
  },
  {
    id: 'weighted-sum/overflow-number',
    kind: 'number',
    question: 'Above about which score does exp overflow, in double, single and half precision?',
    modelAnswer:
      'In double precision above 709.78, in single above 88.72, in half precision above 11.09. So in half precision a score of 12 is already too large. That is why libraries subtract the maximum first.',
    keyPoints: [
      {
        id: 'double-709',
        point: 'In double precision exp overflows at about 710.',
        accepts: ['709|710|709.78|709.8|709.7', '[4] double|float64|fp64|javascript|number 709|710'],
        rejects: [
          '[8] 88|89|88.72|88.7 > double|float64|fp64 > 709|710|709.78|709.8 > single|float|float32|fp32 !half !fp16 !float16',
          '[8] 709|710|709.78|709.8 > single|float|float32|fp32 > 88|89|88.72|88.7 > double|float64|fp64 !half !fp16 !float16',
          '[8] 11|11.09|11.1 > double|float64|fp64 > 709|710|709.78|709.8 > half|fp16|float16 !single !float !float32 !fp32',
          '[8] 709|710|709.78|709.8 > half|fp16|float16 > 11|11.09|11.1 > double|float64|fp64 !single !float !float32 !fp32',
          '[4] single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8 !double !float64 !fp64',
          '[4] single|float|float32|fp32|half|fp16|float16 > overflow|overflows|above|beyond > 709|710|709.78|709.8 -double -float64 -fp64 -88 -89 -88.72 -88.7 -11 -11.09 -11.1',
          '[16] double|float64|fp64 > 88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64 > 88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64 > 88|89|88.72|88.7|11|11.09|11.1',
        ],
      },
      {
        id: 'single-88',
        point: 'In single precision it overflows at about 88 to 89.',
        accepts: ['88|89|88.72|88.7', '[4] single|float|float32|fp32 88|89'],
        rejects: [
          '[8] 709|710|709.78|709.8 > single|float|float32|fp32 > 88|89|88.72|88.7 > double|float64|fp64 !half !fp16 !float16',
          '[8] 88|89|88.72|88.7 > double|float64|fp64 > 709|710|709.78|709.8 > single|float|float32|fp32 !half !fp16 !float16',
          '[8] 11|11.09|11.1 > single|float|float32|fp32 > 88|89|88.72|88.7 > half|fp16|float16 !double !float64 !fp64',
          '[8] 88|89|88.72|88.7 > half|fp16|float16 > 11|11.09|11.1 > single|float|float32|fp32 !double !float64 !fp64',
          '[4] double|float64|fp64|half|fp16|float16 > 88|89|88.72|88.7 !single !float !float32 !fp32',
          '[4] double|float64|fp64|half|fp16|float16 > overflow|overflows|above|beyond > 88|89|88.72|88.7 -single -float -float32 -fp32 -709 -710 -709.78 -709.8 -11 -11.09 -11.1',
          '[16] single|float|float32|fp32 > 709|710|709.78|709.8|11|11.09|11.1 > double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32 > 709|710|709.78|709.8|11|11.09|11.1 > double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64|half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > single|float|float32|fp32 > 709|710|709.78|709.8|11|11.09|11.1',
        ],
      },
      {
        id: 'half-11',
        point: 'In half precision (fp16) it overflows at about 11.',
        accepts: ['11|11.09|11.1', '[4] half|fp16|float16 11'],
        rejects: [
          '[8] 709|710|709.78|709.8 > half|fp16|float16 > 11|11.09|11.1 > double|float64|fp64 !single !float !float32 !fp32',
          '[8] 11|11.09|11.1 > double|float64|fp64 > 709|710|709.78|709.8 > half|fp16|float16 !single !float !float32 !fp32',
          '[8] 88|89|88.72|88.7 > half|fp16|float16 > 11|11.09|11.1 > single|float|float32|fp32 !double !float64 !fp64',
          '[8] 11|11.09|11.1 > single|float|float32|fp32 > 88|89|88.72|88.7 > half|fp16|float16 !double !float64 !fp64',
          '[4] double|float64|fp64|single|float|float32|fp32 > 11|11.09|11.1 !half !fp16 !float16',
          '[4] double|float64|fp64|single|float|float32|fp32 > overflow|overflows|above|beyond > 11|11.09|11.1 -half -fp16 -float16 -709 -710 -709.78 -709.8 -88 -89 -88.72 -88.7',
          '[16] half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7 > double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7 > double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1',
          '[16] double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > double|float64|fp64|single|float|float32|fp32 > 709|710|709.78|709.8|88|89|88.72|88.7|11|11.09|11.1 > half|fp16|float16 > 709|710|709.78|709.8|88|89|88.72|88.7',
        ],
      },
    ],
    followUps: [
      {
        question: 'What does the naive softmax return past that point?',
        answer:
          'Infinity over infinity, which is NaN, for the scores that overflowed, and zero for the others. One NaN then spreads to everything computed from the row.',
        followUps: [
          {
            question: 'Does bfloat16 help?',
            answer:
              'It has the range of single precision, so it overflows only near 88, but with 8 bits of precision. You still subtract the maximum, and sum in single precision.',
          },
        ],
      },
    ],
    exercise: 'softmax',
    anchor: 'softmax-turns-scores-into-weights',
    teaches: ['no-max'],
  },
  {
    id: 'weighted-sum/weights-learned',
    kind: 'trap',
    question: 'A colleague says: “the model learns the attention weights.” What would you correct?',
    modelAnswer:
      'The weights are not parameters. They are computed for every input, from that input’s queries and keys. Training changes the projection matrices $W_Q$, $W_K$ and $W_V$ that make queries, keys and values out of tokens.',
    keyPoints: [
      {
        id: 'not-parameters',
        point: 'The attention weights are not parameters; they are computed from each input.',
        accepts: [
          'not: [10] parameter|learn|train|store weight|they|attention|alpha',
          '[10] compute|computed|depend input|anew|every|each|sentence|afresh',
          '[14] weight|they|alpha come|softmax|function|result > input|query|sentence|text -parameter',
          '[8] weight|they|alpha change|differ|vary each|every|sentence|input|text',
          '[8] change|differ|vary each|every|new sentence|input|text ^softmax|weight',
          '[10] different|other|two > text|sentence|input > different|other > weight|set',
        ],
        rejects: ['[5] weight > parameter', 'any: [3] nothing > wrong'],
      },
      {
        id: 'projections-learned',
        point: 'The projection matrices of queries, keys and values are what is learned.',
        accepts: ['[12] projection|wq|wk|matrix|matrices learn|train|training|change|parameter'],
        rejects: ['[6] projection|matrix > compute > input -not'],
      },
    ],
    followUps: [
      {
        question: 'How would you notice the difference in a trained model?',
        answer:
          'Feed it another sentence: the parameters are the same, the attention weights are not. Their number even changes with the length of the input.',
        whenMissing: 'not-parameters',
        followUps: [
          {
            question: 'Is there any layer in which such mixing weights are learned directly?',
            answer:
              'Yes, for instance a convolution, or the token-mixing layer of an MLP-Mixer: those weights are parameters, the same for every input.',
          },
        ],
      },
    ],
    exercise: 'attend-one',
    anchor: 'what-is-learned-and-what-is-computed',
  },
  {
    id: 'weighted-sum/convex-hull',
    kind: 'definition',
    question: 'What can the output of one attention head be, given its values? Say it geometrically.',
    modelAnswer:
      'A point in the convex hull of the value vectors. The weights are at least zero and sum to one, so it is an average, not just any weighted sum: no component can be larger than the largest value there, or smaller than the smallest.',
    keyPoints: [
      {
        id: 'average',
        point: 'The weights are non-negative and sum to one, so the output is an average.',
        accepts: [
          '[12] nonnegative|non_negative|positive|0 sum|1|summing|unity',
          '[12] weight average|convex',
          'convex_combination|weighted_average|weighted_mean',
        ],
        rejects: ['[6] negative > positive', '[4] weight > negative -non -not'],
      },
      {
        id: 'hull',
        point: 'The output lies in the convex hull of the values: it cannot leave their range.',
        accepts: [
          'hull',
          '[10] range|between|largest value',
          '[8] inside|within|between value|polygon|range',
          'not: [10] outside|leave|exceed range|value|hull',
        ],
        rejects: ['[8] outside|beyond|leave > hull|range', '[4] hull > key -value'],
      },
    ],
    followUps: [
      {
        question: 'So how can a layer produce anything new?',
        answer:
          'The values are themselves learned projections, several heads are mixed by another matrix, and the feed-forward layer after it is not linear.',
        whenMissing: 'hull',
        followUps: [
          {
            question: 'What does a head do that wants to add nothing?',
            answer:
              'It cannot give zero weight to everything. Trained heads often put their weight on a token whose value is close to zero, such as the first one.',
          },
        ],
      },
    ],
    exercise: 'attend-one',
    anchor: 'the-output-is-an-average-of-the-values',
  },
  {
    id: 'weighted-sum/soft-dictionary',
    kind: 'definition',
    question: 'Explain query, key and value as a lookup in a dictionary. Where does the analogy break down?',
    modelAnswer:
      'A dictionary stores values under keys; you look one up with a query. In attention all three are vectors. The query says what a token looks for, the key what a token can be found by, the value what it passes on. The analogy breaks down at the match: a dictionary needs an equal key and returns one value. In attention every key matches to a degree, and you get an average of all values, weighted by how well their keys match.',
    keyPoints: [
      {
        id: 'query-asks',
        point: 'The query says what a token looks for; it is compared with the keys.',
        accepts: [
          '[12] query|q look|search|ask|want|seek|need|compare|match|question|find|request|lookup|label',
          '[12] query > dot|product > key',
          '[4] query|q > search|term|request',
        ],
        rejects: [
          '[5] query > compare|match > value -key',
          '[4] query > returned|averaged -not -value',
          '[4] value > compare|match > query -key',
          '[3] query > passes|returns -not',
        ],
      },
      {
        id: 'keys-match-values-return',
        point: 'Keys are what is matched; values are what is returned.',
        accepts: [
          '[20] key|k title|label|index|tag value|v content|page|book',
          '[30+] key|k match|find|found|compare|label|index|offer|advertise|describe|dot|identify value|v return|pass|give|content|information|carry|average|read|fetch|retrieve|blend|get|contribute|payload|deliver|come|back|hand',
        ],
        rejects: [
          '[5] query > compare|match > value -key',
          '[3] value > match|compare|label -key -whose',
          '[4] average|blend|return|sum > keys -value',
        ],
      },
      {
        id: 'match-by-degree',
        point: 'Every key matches to a degree, so the result is a weighted blend of all values, not one entry.',
        accepts: [
          'soft|fuzzy|degree|partial|partially|blend|blended|mixture|mix',
          '[8] all|every key match|contribute|count little|degree|bit|some|similarity|similar',
          '[8] all|every value return|contribute|mix proportion|match',
          '[10] average|weighted|mean value|all|every -key -keys',
          'not: [10] one|single|exact value|entry|match|key',
        ],
        rejects: [
          '[3] query > average|averaged -not -key -value',
          '[5] return|give|pick|choose > one|single|best > value|entry -not -all !dictionary|python|dict|equal|hashmap|map',
          '[4] single|one|best > value|entry > return|give|pick|choose -not -instead !dictionary|dict|equal|hashmap|map',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why does the blend matter for training?',
        answer:
          'It is differentiable: if a score changes a little, the output changes a little, so gradients reach the queries and keys. A lookup of one entry would jump from one value to another.',
        whenMissing: 'match-by-degree',
        followUps: [
          {
            question: 'When is attention nearly an exact lookup?',
            answer:
              'If one score is far above all others. The softmax is then almost one-hot, and the output is almost that one value.',
          },
        ],
      },
    ],
    exercise: 'attend-one',
    anchor: 'query-key-and-value',
  },
  {
    id: 'weighted-sum/order',
    kind: 'why',
    question:
      'Is attention aware of the order of the tokens? What if you shuffle them, and what do models do about it?',
    modelAnswer:
      'Not by itself. Each query is compared with every key, the output is a sum over all of them, and a sum has no order: attention reads a set. If you shuffle all tokens, the outputs are shuffled in the same way and are otherwise the same. (A causal mask, which hides later tokens, changes that.) So “dog bites man” and “man bites dog” would give “dog” the same output. That is why models put positions in, for example by adding them to the token vectors or by rotating queries and keys.',
    keyPoints: [
      {
        id: 'reads-a-set',
        point: 'No: attention by itself sums over a set of keys and values, whatever their order.',
        accepts: [
          'set|bag|unordered|multiset',
          'not: [10] order|position|sequence know|aware|see|depend|care|matter|notice|sensitive|idea|sense|awareness',
          'order_invariant|permutation_invariant|order_agnostic|permutation_equivariant|order_blind|position_blind',
          '[8] ignore|blind|invariant|agnostic order|position|permutation',
          '[8] reorder|shuffle|permute > just|only|simply > reorder|shuffle|permute',
        ],
        rejects: [
          '[5] attention|it > aware|know|sensitive > order -not -position',
          '[4] attention|it > order_aware|order_sensitive',
          '[5] order > matter|matters -mask -position',
        ],
      },
      {
        id: 'outputs-permuted',
        point: 'If you permute all tokens, the outputs are permuted in the same way and are otherwise the same.',
        accepts: [
          'equivariant|equivariance|permutation_equivariant',
          '[16] permute|shuffle|reorder|swap|permutation|rearrange output|result|row|answer same|likewise|permute|shuffle|reorder|rearrange|unchanged|identical|along',
          '[10] permute|shuffle|swap|exchange|switch > output|result|row > swap|exchange|switch|too',
          'not: [14] permute|shuffle|reorder|swap|permutation|rearrange change|matter|affect|alter',
        ],
        rejects: ['[8] shuffle|permute|reorder > output|result > change|different -not -same'],
      },
      {
        id: 'positions-put-in',
        point: 'So models put positions in: added to the token vectors, or in the scores or queries and keys.',
        accepts: [
          '[12] position|positional add|encode|encoding|embedding|put|inject|tell|give|need|code|information|signal|rotate|supply|feed|provide',
          'rope|rotary|alibi|sinusoid|sinusoidal|relative_bias',
        ],
        rejects: ['not: [6] need|require > position'],
      },
    ],
    followUps: [
      {
        question: 'Does a causal mask change that?',
        answer:
          'Yes. With the mask, each token attends only to itself and earlier tokens, so the outputs depend on the order even without positions. Decoders without a position code can learn from that.',
        whenMissing: 'outputs-permuted',
        followUps: [
          {
            question: 'And if you permute only the keys and values, each pair together?',
            answer: 'Then nothing changes at all: each output is the same sum in another order.',
          },
        ],
      },
    ],
    exercise: 'attend-one',
    anchor: 'all-tokens-at-once',
  },
])
