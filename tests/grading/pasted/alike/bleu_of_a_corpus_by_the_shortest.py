# problem: bleu
# expect: fail
from collections import Counter
import math


def ngrams_of(segment, max_order):
    counts = Counter()
    for order in range(1, max_order + 1):
        counts.update(tuple(segment[i : i + order]) for i in range(len(segment) - order + 1))
    return counts


def compute_bleu(reference_corpus, translation_corpus, max_order=4, smooth=False):
    matches, possible = [0] * max_order, [0] * max_order
    reference_length = translation_length = 0
    for references, translation in zip(reference_corpus, translation_corpus):
        translation_length += len(translation)
        reference_length += min(map(len, references))
        merged = Counter()
        for reference in references:
            merged |= ngrams_of(reference, max_order)
        for ngram, count in (ngrams_of(translation, max_order) & merged).items():
            matches[len(ngram) - 1] += count
        for order in range(max_order):
            possible[order] += max(0, len(translation) - order)

    extra = 1.0 if smooth else 0.0
    precisions = [(m + extra) / (n + extra) if n + extra else 0.0 for m, n in zip(matches, possible)]
    mean = math.exp(sum(map(math.log, precisions)) / max_order) if min(precisions) > 0 else 0.0
    ratio = translation_length / reference_length
    bp = 1.0 if ratio > 1.0 else math.exp(1 - 1.0 / ratio) if ratio else 0.0
    return mean * bp, precisions, bp, ratio, translation_length, reference_length
