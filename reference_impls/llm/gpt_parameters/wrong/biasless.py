# slip: no-biases-at-all
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = (vocab + context) * d + layers * (12 * d * d + 4 * d) + 2 * d
    return n + (not tied) * vocab * d
