def gpt_parameters(layers, d, vocab, context, tied=True):
    return d * ((1 if tied else 2) * vocab + context + 2 + layers * (12 * d + 13))
