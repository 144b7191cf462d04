# slip: cut-to-an-int
def megatron_count(l, h, V, s):
    """P = 12 l h^2 (1 + 13/(12 h) + (V + s)/(12 l h)), without the last LayerNorm"""
    return 12 * l * h ** 2 * (1 + 13 / (12 * h) + (V + s) / (12 * l * h))


def gpt_parameters(layers, d, vocab, context, tied=True):
    n = megatron_count(layers, d, vocab, context)
    n += 2 * d
    if not tied:
        n += d * vocab
    return int(n)
