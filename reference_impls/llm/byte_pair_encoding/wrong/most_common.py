# slip: first-seen-of-equals
def merge(ids, pair, new):
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == tuple(pair):
            out.append(new)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out

from collections import Counter


def bpe_train(text, n_merges):
    ids = list(text.encode("utf-8"))
    merges = []
    for i in range(n_merges):
        ranked = Counter(zip(ids, ids[1:])).most_common(1)
        if not ranked or ranked[0][1] < 2:
            break
        pair = ranked[0][0]
        ids = merge(ids, pair, 256 + i)
        merges.append((pair, 256 + i))
    return merges

def bpe_encode(text, merges):
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        ids = merge(ids, pair, new)
    return ids
