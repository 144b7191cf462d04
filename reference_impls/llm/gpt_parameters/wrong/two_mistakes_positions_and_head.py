# slip: positions-left-out
def gpt_parameters(layers, d, vocab, context, tied=True):
    return (2 * vocab + 2) * d + layers * (12 * d**2 + 13 * d)
