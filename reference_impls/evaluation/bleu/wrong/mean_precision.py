# slip: arithmetic-mean
import math
from collections import Counter


def grams(s, m):
    return Counter(tuple(s[i : i + m]) for i in range(len(s) - m + 1))


def bleu(candidate, references, n=4):
    if len(candidate) < n:
        return 0
    ps = []
    for m in range(1, n + 1):
        mine = grams(candidate, m)
        refs = [grams(r, m) for r in references]
        ps.append(sum(min(v, max(r[g] for r in refs)) for g, v in mine.items()) / sum(mine.values()))
    if 0 in ps:
        return 0
    c = len(candidate)
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return sum(ps) / n * min(1, math.exp(1 - r / c))
