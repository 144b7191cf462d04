import numpy as np


def replace(ids, a, b, new):
    out, skip = [], False
    for x, y in zip(ids, np.append(ids[1:], -1)):
        if skip:
            skip = False
        elif x == a and y == b:
            out.append(new)
            skip = True
        else:
            out.append(x)
    return np.array(out, dtype=np.int64)


def bpe_train(text, n_merges):
    ids = np.frombuffer(text.encode(), dtype=np.uint8).astype(np.int64)
    merges = []
    for new in range(256, 256 + n_merges):
        if len(ids) < 2:
            break
        pairs, counts = np.unique(np.stack([ids[:-1], ids[1:]], 1), axis=0, return_counts=True)
        j = counts.argmax()  # unique sorts the rows, and argmax takes the first
        if counts[j] < 2:
            break
        a, b = pairs[j]
        ids = replace(ids, a, b, new)
        merges.append(((a, b), new))
    return merges


def bpe_encode(text, merges):
    ids = np.frombuffer(text.encode(), dtype=np.uint8).astype(np.int64)
    for (a, b), new in merges:
        ids = replace(ids, a, b, new)
    return ids
