# slip: positions-left-out
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = vocab * d + layers * (12 * d * d + 13 * d) + 2 * d
    return n + (not tied) * vocab * d
