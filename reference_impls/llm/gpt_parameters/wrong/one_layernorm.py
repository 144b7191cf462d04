# slip: one-norm-a-block
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = (vocab + context) * d + layers * (4 * d * (d + 1) + d * (8 * d + 5) + 2 * d) + 2 * d
    return n + (not tied) * vocab * d
