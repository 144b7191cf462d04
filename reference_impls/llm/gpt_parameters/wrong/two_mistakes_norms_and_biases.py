# slip: none
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = (vocab + context) * d + layers * 12 * d * d
    return n if tied else n + vocab * d
