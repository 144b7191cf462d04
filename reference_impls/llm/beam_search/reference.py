"""Beam search (Lowerre 1976, the Harpy system; for neural models Sutskever et al. 2014, arXiv:1409.3215, section 3.2).

    score(y_1..y_t) = Σ_i log p(y_i | y_1..y_{i-1})

From step to step the best `beam` hypotheses are kept. One that ends with eos is finished: it is not extended any more, but it
competes with the others for its place, with the score that it has. A log-probability is at most 0, so that no score ever grows:
a finished hypothesis at the top has won. There is no division by the length, so that short ones are favoured.

log_probs: a function of a list of ids, the start included, that gives V log-probabilities of the next one.
Returns: the ids of the hypothesis with the largest score, start and eos included, at most max_len of them.
"""

from collections.abc import Callable
from typing import Any

Model = Callable[[list[int]], Any]
"""It gives a NumPy array."""


def beam_search(log_probs: Model, start: int, beam: int, max_len: int, eos: int) -> list[int]:
    """The best hypothesis that a beam of this width finds."""
    kept = [(0.0, [start])]  # score and ids, best first
    for _ in range(max_len - 1):
        found = []
        for score, ids in kept:
            if ids[-1] == eos:
                found.append((score, ids))  # finished
            else:
                for token, log_p in enumerate(log_probs(ids).tolist()):
                    found.append((score + log_p, [*ids, token]))
        kept = sorted(found, key=lambda one: one[0], reverse=True)[:beam]
    return kept[0][1]
