# slip: always-four-orders
import math
from collections import Counter


def grams(s, m):
    return Counter(tuple(s[i : i + m]) for i in range(len(s) - m + 1))


def bleu(candidate, references, n=4):
    if len(candidate) < 4:
        return 0
    score = 1
    for m in (1, 2, 3, 4):
        mine = grams(candidate, m)
        refs = [grams(r, m) for r in references]
        score *= sum(min(v, max(r[g] for r in refs)) for g, v in mine.items()) / sum(mine.values())
    c = len(candidate)
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return score**0.25 * min(1, math.exp(1 - r / c))
