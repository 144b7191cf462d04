# slip: one-norm-a-block
def gpt_parameters(layers, d, vocab, context, tied=True):
    attn = (3 * d * d + d) + (d * d + d)
    mlp = (4 * d * d + 4 * d) + (4 * d * d + d)
    block = attn + mlp + 4 * d
    total = vocab * d + context * d + layers * block + 2 * d
    if not tied:
        total += vocab * d
    return total
