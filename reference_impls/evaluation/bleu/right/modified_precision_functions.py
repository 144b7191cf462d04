import math
from collections import Counter
from fractions import Fraction


def ngrams(seq, n):
    return zip(*(seq[i:] for i in range(n)))


def modified_precision(references, hypothesis, n):
    counts = Counter(ngrams(hypothesis, n))
    max_counts = {}
    for reference in references:
        reference_counts = Counter(ngrams(reference, n))
        for ngram in counts:
            max_counts[ngram] = max(max_counts.get(ngram, 0), reference_counts[ngram])
    clipped = {ngram: min(count, max_counts[ngram]) for ngram, count in counts.items()}
    return Fraction(sum(clipped.values()), max(1, sum(counts.values())))


def closest_ref_length(references, hyp_len):
    return min((len(reference) for reference in references), key=lambda ref_len: (abs(ref_len - hyp_len), ref_len))


def bleu(candidate, references, n=4):
    p = [modified_precision(references, candidate, i) for i in range(1, n + 1)]
    if not all(p):
        return 0
    r, c = closest_ref_length(references, len(candidate)), len(candidate)
    bp = 1 if c > r else math.exp(1 - r / c)
    return bp * math.exp(math.fsum(math.log(x) / n for x in p))
