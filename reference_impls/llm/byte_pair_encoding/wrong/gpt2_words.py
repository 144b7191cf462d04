# slip: split-into-chunks
import re

PAT = re.compile(r" ?\w+| ?[^\s\w]+|\s+")


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
    chunks = [list(c.encode("utf-8")) for c in PAT.findall(text)]
    merges = []
    for i in range(n_merges):
        counts = {}
        for c in chunks:
            for p in zip(c, c[1:]):
                counts[p] = counts.get(p, 0) + 1
        if not counts or max(counts.values()) < 2:
            break
        pair = min(counts, key=lambda p: (-counts[p], p))
        chunks = [merge(c, pair, 256 + i) for c in chunks]
        merges.append((pair, 256 + i))
    return merges


def bpe_encode(text, merges):
    out = []
    for c in PAT.findall(text):
        ids = list(c.encode("utf-8"))
        for pair, new in merges:
            ids = merge(ids, pair, new)
        out += ids
    return out
