# slip: ones-added-to-all-orders
import math
from collections import Counter


def bleu(candidate, references, n=4):
    c = len(candidate)
    if c < n:
        return 0.0
    s = 0.0
    for m in range(1, n + 1):
        h = Counter(tuple(candidate[i:i + m]) for i in range(c - m + 1))
        mx = Counter()
        for ref in references:
            mx |= Counter(tuple(ref[i:i + m]) for i in range(len(ref) - m + 1))
        s += math.log((sum((h & mx).values()) + 1) / (sum(h.values()) + 1))
    r = min((abs(len(x) - c), len(x)) for x in references)[1]
    return min(1.0, math.exp(1 - r / c)) * math.exp(s / n)
