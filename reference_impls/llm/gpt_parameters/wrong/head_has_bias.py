# slip: head-with-bias
def gpt_parameters(layers, d, vocab, context, tied=True):
    total = (vocab + context + 2) * d + layers * (12 * d**2 + 13 * d)
    return total if tied else total + (d + 1) * vocab
