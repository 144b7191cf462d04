import torch


def _merge(ids, pair, new):
    out = []
    ids = ids.tolist()
    while ids:
        if len(ids) > 1 and (ids[0], ids[1]) == tuple(pair):
            out.append(new)
            ids = ids[2:]
        else:
            out.append(ids[0])
            ids = ids[1:]
    return torch.tensor(out, dtype=torch.long)


def bpe_train(text, n_merges):
    ids = torch.tensor(list(text.encode("utf-8")), dtype=torch.long)
    merges = []
    while len(merges) < n_merges and len(ids) > 1:
        base = 256 + len(merges)
        codes, counts = (ids[:-1] * base + ids[1:]).unique(return_counts=True)
        if counts.max() < 2:
            break
        code = codes[counts == counts.max()].min().item()
        pair = (code // base, code % base)
        ids = _merge(ids, pair, base)
        merges.append((pair, base))
    return merges


def bpe_encode(text, merges):
    ids = torch.tensor(list(text.encode("utf-8")), dtype=torch.long)
    for pair, new in merges:
        ids = _merge(ids, pair, new)
    return ids.tolist()
