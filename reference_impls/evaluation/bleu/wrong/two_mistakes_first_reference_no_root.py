# slip: none
import math
from collections import Counter


def grams(s, m):
    return Counter(tuple(s[i : i + m]) for i in range(len(s) - m + 1))


def bleu(candidate, references, n=4):
    if len(candidate) < n:
        return 0
    score, ref = 1, references[0]
    for m in range(1, n + 1):
        mine, theirs = grams(candidate, m), grams(ref, m)
        score *= (mine & theirs).total() / mine.total()
    return score * min(1, math.exp(1 - len(ref) / len(candidate)))
