# problem: byte-pair-encoding
# expect: fail
# not: 256 + n_merges
def joined(ids, pair, idx):
    out, i = [], 0
    while i < len(ids):
        same = tuple(ids[i : i + 2]) == pair
        out.append(idx if same else ids[i])
        i += 2 if same else 1
    return out


def bpe_train(text, n_merges):
    ids, merges = list(text.encode()), []
    for idx in range(256, n_merges):
        counts = {}
        for pair in zip(ids, ids[1:]):
            counts[pair] = counts.get(pair, 0) + 1
        pair = min(counts, key=lambda p: (-counts[p], p), default=None)
        if pair is None or counts[pair] < 2:
            break
        ids = joined(ids, pair, idx)
        merges.append((pair, idx))
    return merges


def bpe_encode(text, merges):
    ids = list(text.encode())
    for pair, idx in merges:
        ids = joined(ids, pair, idx)
    return ids
