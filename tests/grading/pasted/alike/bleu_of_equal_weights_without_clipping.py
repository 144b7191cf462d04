# problem: bleu
# expect: fail
# says: your weights are n equal ones
from collections import Counter
from math import exp, fsum, log


def grams(words, size):
    return Counter(zip(*(words[start:] for start in range(size))))


def sentence_score(references, hypothesis, weights=(0.25, 0.25, 0.25, 0.25)):
    logs = []
    for size, weight in enumerate(weights, start=1):
        found = grams(hypothesis, size)
        highest = Counter()
        for one in references:
            highest |= grams(one, size)
        matched = sum(count for gram, count in found.items() if gram in highest)
        if not matched:
            return 0.0
        logs.append(weight * log(matched / sum(found.values())))
    length = len(hypothesis)
    closest = min((len(one) for one in references), key=lambda size: (abs(size - length), size))
    penalty = 1.0 if length > closest else exp(1 - closest / length)
    return penalty * exp(fsum(logs))
