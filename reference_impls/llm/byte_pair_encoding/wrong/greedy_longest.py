# slip: encode-longest-first
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
    vocab = {bytes([i]): i for i in range(256)}
    name = {i: bytes([i]) for i in range(256)}
    for (a, b), new in merges:
        name[new] = name[a] + name[b]
        vocab.setdefault(name[new], new)
    data = text.encode("utf-8")
    out, i = [], 0
    while i < len(data):
        for j in range(len(data), i, -1):
            if data[i:j] in vocab:
                out.append(vocab[data[i:j]])
                i = j
                break
    return out
