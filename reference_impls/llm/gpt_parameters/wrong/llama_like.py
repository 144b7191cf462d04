# slip: none
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = vocab * d + layers * (12 * d * d + 2 * d) + d
    return n + (not tied) * vocab * d
