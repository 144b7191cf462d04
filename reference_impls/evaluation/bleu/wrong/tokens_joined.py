# slip: tokens-joined
import math
from collections import Counter


def bleu(candidate, references, n=4):
    def bag(toks, m):
        return Counter("".join(toks[i:i + m]) for i in range(len(toks) - m + 1))

    c = len(candidate)
    if c < n:
        return 0.0
    value = 0.0
    for m in range(1, n + 1):
        h = bag(candidate, m)
        ref_bags = [bag(r, m) for r in references]
        num = sum(min(v, max(b[g] for b in ref_bags)) for g, v in h.items())
        if num == 0:
            return 0.0
        value += math.log(num) - math.log(c - m + 1)
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return math.exp(min(0.0, 1 - r / c) + value / n)
