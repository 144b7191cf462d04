# slip: no-final-norm
def gpt_parameters(layers, d, vocab, context, tied=True):
    total = (vocab + context) * d + layers * (12 * d**2 + 13 * d)
    return total if tied else total + d * vocab
