"""BLEU of one sentence (Papineni et al. 2002, BLEU: a Method for Automatic Evaluation of Machine Translation, section 2).

    p_m  = Σ_g min( count(g), max_ref count_ref(g) ) / Σ_g count(g)            over the m-grams g of the candidate
    BLEU = BP · ( p_1 p_2 ... p_n )^{1/n},      BP = min( 1, exp(1 - r/c) )

Clipping keeps a word that is repeated without end from counting more often than a reference has it. The precisions can't see
what is missing: the brevity penalty does, with c the candidate's length and r that of the closest reference (of two equally
close ones, the shorter). A precision of 0 makes the whole 0. In the paper counts are summed over a corpus before the division.

candidate: tokens; references: one list of tokens or more; n >= 1. Returns: a float in [0, 1].
"""

import math
from collections import Counter
from collections.abc import Sequence

Tokens = Sequence[str]


def bleu(candidate: Tokens, references: Sequence[Tokens], n: int = 4) -> float:
    """The score of the candidate against its references."""
    c = len(candidate)
    if c < n:
        return 0.0  # it has no n-gram
    log_sum = 0.0
    for m in range(1, n + 1):
        counts = ngrams(candidate, m)
        most = Counter[tuple[str, ...]]()
        for reference in references:
            most |= ngrams(reference, m)  # the maximum of both counts
        clipped = (counts & most).total()  # the minimum
        if clipped == 0:
            return 0.0
        log_sum += math.log(clipped / counts.total())
    r = min((abs(len(reference) - c), len(reference)) for reference in references)[1]
    return min(1.0, math.exp(1 - r / c)) * math.exp(log_sum / n)


def ngrams(tokens: Tokens, m: int) -> Counter[tuple[str, ...]]:
    """How often each run of m tokens occurs."""
    return Counter(tuple(tokens[i : i + m]) for i in range(len(tokens) - m + 1))
