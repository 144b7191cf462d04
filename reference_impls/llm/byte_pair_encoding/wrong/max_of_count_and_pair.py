# slip: largest-of-equals
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
    for i in range(n_merges):
        stats = {}
        for p in zip(ids, ids[1:]):
            stats[p] = stats.get(p, 0) + 1
        if not stats:
            break
        n, pair = max((n, p) for p, n in stats.items())
        if n < 2:
            break
        ids = merge(ids, pair, 256 + i)
        merges.append((pair, 256 + i))
    return merges

def bpe_encode(text, merges):
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        ids = merge(ids, pair, new)
    return ids
