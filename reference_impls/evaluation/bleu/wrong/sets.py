# slip: distinct-ngrams
import math


def bleu(candidate, references, n=4):
    if len(candidate) < n:
        return 0
    logs = 0
    for m in range(1, n + 1):
        mine = {tuple(candidate[i : i + m]) for i in range(len(candidate) - m + 1)}
        theirs = {tuple(r[i : i + m]) for r in references for i in range(len(r) - m + 1)}
        p = len(mine & theirs) / len(mine)
        if p == 0:
            return 0
        logs += math.log(p)
    c = len(candidate)
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return math.exp(logs / n + min(0, 1 - r / c))
