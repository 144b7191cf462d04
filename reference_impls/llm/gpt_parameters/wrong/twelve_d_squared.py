# slip: rule-of-thumb
def gpt_parameters(layers, d, vocab, context, tied=True):
    n = 12 * layers * d**2 + vocab * d
    if not tied:
        n += vocab * d
    return n
