import heapq

import numpy as np


class Hypothesis:
    def __init__(self, ids, score, eos):
        self.ids, self.score, self.finished = ids, score, ids[-1] == eos and len(ids) > 1

    def extend(self, log_probs, eos):
        if self.finished:
            yield self
            return
        for token, lp in enumerate(np.asarray(log_probs(list(self.ids)), dtype=np.float64)):
            yield Hypothesis(self.ids + (token,), self.score + lp, eos)


def beam_search(log_probs, start, beam, max_len, eos):
    hyps = [Hypothesis((start,), 0.0, eos)]
    while not hyps[0].finished and len(hyps[0].ids) < max_len:
        pool = [e for h in hyps for e in h.extend(log_probs, eos)]
        hyps = heapq.nlargest(beam, pool, key=lambda h: h.score)
    return hyps[0].ids
