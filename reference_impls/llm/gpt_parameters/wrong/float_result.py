# slip: returns-a-float
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = (vocab + context + 2) * d + layers * 12.0 * d * (d + 13 / 12)
    return float(round(n)) if tied else float(round(n + vocab * d))
