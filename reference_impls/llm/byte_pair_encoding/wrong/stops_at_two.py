# slip: stops-at-two
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
    ids, merges = [*text.encode()], []
    for i in range(n_merges):
        pairs = [*zip(ids, ids[1:])]
        best = min(((-pairs.count(p), p) for p in pairs), default=(0, 0))
        if -best[0] <= 2:
            break
        ids = merge(ids, best[1], 256 + i)
        merges.append((best[1], 256 + i))
    return merges

def bpe_encode(text, merges):
    ids = list(text.encode("utf-8"))
    for pair, new in merges:
        ids = merge(ids, pair, new)
    return ids
