# slip: none
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = (vocab + context) * d + layers * (12 * d * d + 12 * d) + 2 * d
    return n + (not tied) * vocab * d
