# slip: references-added
import math
from collections import Counter


def grams(s, m):
    return Counter(tuple(s[i : i + m]) for i in range(len(s) - m + 1))


def bleu(candidate, references, n=4):
    if len(candidate) < n:
        return 0
    logs = 0
    for m in range(1, n + 1):
        mine = grams(candidate, m)
        theirs = sum((grams(r, m) for r in references), Counter())
        p = sum(min(v, theirs[g]) for g, v in mine.items()) / sum(mine.values())
        if p == 0:
            return 0
        logs += math.log(p)
    c = len(candidate)
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return math.exp(logs / n + min(0, 1 - r / c))
