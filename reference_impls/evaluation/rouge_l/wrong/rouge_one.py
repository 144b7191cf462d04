# slip: words-in-common
from collections import Counter


def rouge_l(candidate, reference):
    common = sum((Counter(candidate) & Counter(reference)).values())
    return 2 * common / (len(candidate) + len(reference)) if common else 0
