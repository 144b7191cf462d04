# slip: never-stops
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

def bpe_train(text, n_merges):
    ids = list(text.encode("utf-8"))
    merges = []
    while len(merges) < n_merges and len(ids) >= 2:
        pairs = list(zip(ids, ids[1:]))
        pair = min(set(pairs), key=lambda p: (-pairs.count(p), p))
        new = 256 + len(merges)
        ids = merge(ids, pair, new)
        merges.append((pair, new))
    return merges

def bpe_encode(text, merges):
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        ids = merge(ids, pair, new)
    return ids
