# problem: bleu
# says: the inputs were converted to texts
from collections import Counter
import math


def ngrams(words, m):
    return Counter(tuple(words[i : i + m]) for i in range(len(words) - m + 1))


def bleu(candidate, references, max_n=4):
    cand = candidate.split()
    refs = [ref.split() for ref in references]
    if len(cand) < max_n:
        return 0.0
    log_sum = 0.0
    for m in range(1, max_n + 1):
        counts = ngrams(cand, m)
        best = Counter()
        for ref in refs:
            best |= ngrams(ref, m)
        hits = sum(min(n, best[gram]) for gram, n in counts.items())
        if hits == 0:
            return 0.0
        log_sum += math.log(hits / sum(counts.values())) / max_n
    closest = min((abs(len(ref) - len(cand)), len(ref)) for ref in refs)[1]
    penalty = 1.0 if len(cand) > closest else math.exp(1 - closest / len(cand))
    return penalty * math.exp(log_sum)
