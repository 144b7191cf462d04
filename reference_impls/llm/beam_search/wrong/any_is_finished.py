# slip: stops-when-any-is-finished
# input: V=3, eos 2, p = (.05, .7, .25), beam 2, max_len 3 -> [0, 1] (stopped after one step) instead of [0, 1, 1]
import numpy as np


def beam_search(log_probs, start, beam, max_len, eos):
    seqs = [[start]]
    scores = np.array([0.0])
    while len(seqs[0]) < max_len:
        total = np.stack([scores[i] + log_probs(seqs[i]) for i in range(len(seqs))])
        V = total.shape[1]
        flat = total.ravel()
        order = np.argsort(flat)[::-1][:beam]
        seqs = [seqs[o // V] + [int(o % V)] for o in order]
        scores = flat[order]
        if any(s[-1] == eos for s in seqs):
            break
    return seqs[int(np.argmax(scores))]
