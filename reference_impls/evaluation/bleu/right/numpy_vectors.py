import numpy as np


def bleu(candidate, references, n=4):
    c = len(candidate)
    if c < n:
        return np.float64(0)
    precisions = []
    for m in range(1, n + 1):
        grams = [[" ".join(s[i : i + m]) for i in range(len(s) - m + 1)] for s in (candidate, *references)]
        vocab = sorted(set(grams[0]))
        table = np.array([[g.count(v) for v in vocab] for g in grams])
        precisions.append(np.minimum(table[0], table[1:].max(axis=0)).sum() / table[0].sum())
    lengths = np.sort([len(r) for r in references])
    r = lengths[np.abs(lengths - c).argmin()]
    bp = np.exp(np.minimum(0, 1 - r / c))
    return bp * np.prod(precisions) ** (1 / n)
