# slip: encode-on-a-stack
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
        counts = {}
        for p in zip(ids, ids[1:]):
            counts[p] = counts.get(p, 0) + 1
        if not counts or max(counts.values()) < 2:
            break
        best = sorted(counts, key=lambda p: (-counts[p], p))[0]
        ids = merge(ids, best, 256 + i)
        merges.append((best, 256 + i))
    return merges


def bpe_encode(text, merges):
    table = dict((tuple(p), n) for p, n in merges)
    ids = list(text.encode("utf-8"))
    changed = True
    while changed:
        changed = False
        for i in range(len(ids) - 1):
            if (ids[i], ids[i + 1]) in table:
                ids[i:i + 2] = [table[ids[i], ids[i + 1]]]
                changed = True
                break
    return ids
