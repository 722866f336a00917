// One line per rule: “a, b c > d” writes each of the left as the right; COMMA stands for a comma.

/** What recognisers hear, what one types in a hurry, and the many names of one thing. */
export const SPELLINGS = `
soft max, soft macs, softmacks, soft mex, sof max, soft mux > softmax
soft maxed, softmaxed > softmax
soft maxes > softmax
right before, just before > before
right after, just after > after
several times, many times, a few times > repeatedly
mixtral > moe
cash, cashe > cache
cached, cashed > stored
caching, cashing > storing
h_kv, hkv > kvheads
decoders, dec, x_dec, h_dec > decoder
derivatives > derivative
encoders, enc, x_enc, h_enc > encoder
i i d > iid
key value, keys values, k v, key values, key and value, keys and values, k and v, k and vs, ks and vs, kvs > kv
keys and the values, the keys and the values, key and the value, k v s, k / v, key / value, keys / values, k COMMA v, k COMMA and v, keys COMMA values > kv
values and keys, value and key, values and the keys, vs and ks, v and k > kv
quarry, queery, kweery, querie > query
quarries, queery s, kweries > queries
flesh attention, flush attention, flash a tension, flash attentions, flashattention, flash attn, flashattn > flash attention
flashattention2, flash2, fa2, fa > flash attention
a tension, attention s, attn, atn > attention
self attn > self attention
multihead, multi headed, multiheaded, multy head > multi head
long former, longform er, long farmer > longformer
big bird > bigbird
mistrel, mistrial, mixtral, miss trial > mistral
gee pee tee, g p t, chatgpt, chat gpt, gpt2, gpt3, gpt4, gpt 2, gpt 3, gpt 4 > gpt
bird , burt, berts, roberta > bert
lama, llamas, llama2, lama2, llama3 > llama
tee 5, t five, tee five, t 5 > t5
vee llm, v llm, v l l m, vllms, vlm, v lm > vllm
g q a, g q > gqa
m q a, m q > mqa
m h a, m h > mha
grouped query, grouped queries, grouped quarry, group query attention > gqa
multi query > mqa
grouped query attention > gqa
multi query attention > mqa
r n n, r n ns, rnns > rnn
l s t m > lstm
g p u, gpus > gpu
l l m, llms > llm
rtn > round nearest
kernelisation, kernelization > kernel
mem > memory
proj > projection
seq > sequence
dim, dims > dimension
toks, tok > token
pos > position
w / o > without
const > constant
comp > compute
dependencies > dependency
δ, δ_ij, δij, δ_{ij}, delta_ij > delta
bytes_per_elem, bytes_per_element, bytes per element, bytes_per_value, bytes_per_number, bpe, bytes per elem > bytes
h b m, high bandwidth memory > hbm
s ram, es ram > sram
in coder, en coder > encoder
de coder, dee coder > decoder
jacobean, jacobin, jakobian, jacobi > jacobian
colonel, kernal, colonels > kernel
one should > should
one can > can
one could > could
one must > must
one would > would
one has > has
one may > may
one needs > needs
one does > does
one gets > gets
one uses > uses
one often > often
one thing > thing
no one > nobody
q unit > query
cue > q
cues > queries
kay > k
dee > d
en squared, and squared > n squared
root > sqrt
route > sqrt
square root > sqrt
square rout > sqrt
square sqrt > sqrt
squareroot > sqrt
sqr > sqrt
over flow > overflow
under flow > underflow
look up, look ups, lookups > lookup
re compute, re computed, recomputed, recomputing, re computing, re compute d, recomputation, recalculate, recalculated, recalculating, recalculation, recompute d > recompute
re use, re used, reused, reusing, re using > reuse
sub space, sub spaces, subspaces, sub spaced > subspace
one hot, 1 hot, onehot > onehot
in place > inplace
feed forward, feedforward > ffn
block table, block tables, page table, page tables, blocktable > blocktable
copy on write, copyonwrite, cow > copyonwrite
ref count, ref counts, refcount, refcounts, refcounted, ref counted, reference count, reference counts, reference counter, reference counted, reference counting > refcount
re scale, re scaled, rescaled, rescaling, re scaling, rescales > rescale
re normalise, renormalize, renormalise, renormalised, renormalized, re normalized, re normalised > renormalise
normalise, normalize, normalised, normalized, normalizes, normalises, normalising, normalizing > normalise
normaliser, normalizer, normalisation, normalization, denominator, normalizers, normalisers > normaliser
quantize, quantized, quantised, quantising, quantizing, quantization, quantisation, quantizes, quantises > quantise
kernelized, kernelised, kernalized > kernel
analyze > analyse
colour > color
grey > gray
neighbor, neighbors > neighbour
neighboring > neighbouring
parallelise, parallelize, parallelised, parallelized, parallelising > parallel
sum up, sums up, summed up > sum
add up, adds up, added up, adding up > sum
concat, concats, concatted, concated, con cat, cat enate, conc, catted > concatenate
w o, wo, w_o, w ^ o, w sub o, double u o, w_{o}, w out, w_out > wo
xw_q > x wq
xw_k > x wk
xw_v > x wv
w q, wq, w_q, w ^ q > wq
w k, wk, w_k, w ^ k > wk
w v, wv, w_v, w ^ v > wv
w_q w_k w_v, wq wk wv > wq wk wv
int 8, in 8, int eight, in eight, int8, i8 > int8
fp 16, f p 16, fp16, f p sixteen, float16, float 16, f16, half precision, 16 bit, bf16, bfloat16, 16 bits, two byte floats > fp16
fp32, float32, f p thirty two > fp32
minus infinity, negative infinity, - infinity, minus inf, neg inf, negative inf, minus infinite > -inf
inf > infinity
minus infinity s > -inf
m_old minus m_new, m old minus m new > m_old minus m_new
d model, d_model, dmodel, d mod, model dimension, model width, width of the model, model dim, hidden size, hidden dimension, embedding dimension, embedding width > dmodel
d sub k, d_k, d k, dk, d underscore k, d_{k}, d_key, d_head, dhead, d head, d h, d_h, d case, dkey > dk
head dim, head_dim, head dimension, head width, head size, width of the head, dimension of the head, size of the head, key dimension, dimension of the keys, dimension of a head, width of a head, dimension of head, dimension of each head, key dim, width per head, head dims, key size > dk
n_heads, num_heads, n heads, number of heads, head count, numheads, nheads, h heads > h heads
n_kv_heads, num_kv_heads, n_kv, kv_heads, nkv, num_key_value_heads > kvheads
n_layers, num_layers, n_layer, layer count, number of layers > layers
seq len, seq_len, seqlen, sequence len, sequence length, context length, length of the sequence, length of the context, length of the text, length of sequence, sequence size, text length, input length, number of tokens, token count, prompt length, length of the input, length of text, length of context, context size > seqlen
batch size, batch_size, batchsize > batch
one hundred twenty seven > 127
v ram > vram
i e > 
e g > 
et cetera, etc > 
vice versa > viceversa
back propagation, back prop, backprop > backpropagation
re train, re trained, retrained, re training, retraining, retrains, finetune, fine tune, fine tuned, fine tuning, finetuning > retrain
per cent > percent
half as much, half as big, half as large, half as many, half of > half
two times > twice
times as > times
non zero > nonzero
standard dev, std dev, stdev, std, sd, standard deviations, sigma, σ > deviation
standard deviation > deviation
σ ^ 2, sigma squared, sigma ^ 2 > variance
var, variances, vairance, varians > variance
φ, ϕ, fi, fie, phy > phi
nd > n · d
nw > n · w
lw > l · w
n2 > n ^ 2
nn > n · n
dd > d · d
n2d > n ^ 2 · d
nd2 > n · d ^ 2
d2 > d ^ 2
td > t · d
ld > l · d
t2d > t ^ 2 · d
td2 > t · d ^ 2
t2 > t ^ 2
l2 > l ^ 2
gibibyte, gibibytes, gigabyte, gigabytes, gigs, gig, gib, gb, gigas > gib
kibibyte, kibibytes, kilobyte, kilobytes, kib, kb > kib
mebibyte, mebibytes, megabyte, megabytes, mib, mb > mib
don > do
dont > do not
doesnt > does not
isnt > is not
arent > are not
cant > can not
cannot > can not
wont > will not
didnt > did not
wasnt > was not
wouldnt > would not
shouldnt > should not
havent, hasnt > have not
`

/** Turns of phrase, once the words are spelt. */
export const PHRASES = `
not only, not just, not merely, not simply, not until, not least > also
not necessarily > not
no more than, not more than, never more than, never exceeds, not exceed, does not exceed, never larger than, not larger than, no larger than, not bigger than, never bigger than, not greater than, no worse than, never worse than, no bigger than, no greater than > at most
nothing but > only
none other than > only
no matter, does not matter, do not matter, does not depend on, do not depend on, independent of, regardless of, irrespective of, not matter, not depend on > whatever
no doubt, no wonder, no surprise, no problem, why not, of course, if not, whether or not, or not > sure
no longer, not any longer, not any more, not anymore > not
self attention, selfattention > self attention
cross attention, crossattention > cross attention
nxn, n*n > n ^ 2
divided by, divide by, dividing by > divide
over the > over
per vector s > per vector
key value cache, kv cache, kv storing > kvcache
linear attention, linearised attention, linearized attention > linearattention
at most, up to > atmost
d / d > d
virtual memory > virtualmemory
set to 0 > 0
ks > keys
vs > values
qs > queries
scaling factor, scale factor > scale
maximum absolute value, max abs value, absolute maximum, largest absolute value, biggest absolute value, largest magnitude, max absolute value, maximal absolute value, absmax, amax, abs max, max abs, maxabs, largest abs value, highest absolute value, greatest absolute value, maximum magnitude, max magnitude, biggest magnitude, maximum of the absolute values, largest number in absolute value, max of abs, maximum absolute > absmax
`
