# slip: best-reference
import math
from collections import Counter


def grams(s, m):
    return Counter(tuple(s[i : i + m]) for i in range(len(s) - m + 1))


def one(candidate, reference, n):
    if len(candidate) < n:
        return 0
    score = 1
    for m in range(1, n + 1):
        mine, ref = grams(candidate, m), grams(reference, m)
        score *= sum(min(v, ref[g]) for g, v in mine.items()) / sum(mine.values())
    return score ** (1 / n) * min(1, math.exp(1 - len(reference) / len(candidate)))


def bleu(candidate, references, n=4):
    return max(one(candidate, r, n) for r in references)
