# slip: norms-without-shift
def gpt_parameters(layers, d, vocab, context, tied=True):
    attn, mlp, ln = 4 * d * (d + 1), d * (8 * d + 5), d
    n = (vocab + context) * d + layers * (attn + mlp + 2 * ln) + ln
    return n + (not tied) * vocab * d
