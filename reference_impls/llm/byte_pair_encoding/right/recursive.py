import sys
from functools import reduce

sys.setrecursionlimit(10000)


def swap(ids, m):
    (a, b), new = m
    out = []
    for t in ids:
        # a token that was just made is new, so that it is never joined again
        if out and out[-1] == a and t == b:
            out[-1] = new
        else:
            out.append(t)
    return out


def learn(ids, n, new):
    if n == 0:
        return []
    pairs = list(zip(ids, ids[1:]))
    best = min(((-pairs.count(p), p) for p in set(pairs)), default=(0, None))
    if best[0] > -2:
        return []
    m = (best[1], new)
    return [m] + learn(swap(ids, m), n - 1, new + 1)


def bpe_train(text, n_merges):
    return learn([b for b in bytes(text, "utf-8")], n_merges, 256)


def bpe_encode(text, merges):
    return reduce(swap, merges, [b for b in bytes(text, "utf-8")])
