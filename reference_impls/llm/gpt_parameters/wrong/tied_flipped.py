# slip: tied-exchanged
def gpt_parameters(layers, d, vocab, context, tied=True):
    total = (vocab + context + 2) * d + layers * (12 * d**2 + 13 * d)
    if tied:
        total += vocab * d
    return total
