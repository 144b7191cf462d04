# problem: byte-pair-encoding
# says: train_bpe is graded as bpe_train
from collections import Counter


def merged(ids, pair, new_id):
    found, place = [], 0
    while place < len(ids):
        is_pair = tuple(ids[place : place + 2]) == pair
        found.append(new_id if is_pair else ids[place])
        place += 1 + is_pair
    return found


def train_bpe(text, num_merges):
    ids, merges = list(text.encode("utf-8")), []
    while len(merges) < num_merges:
        counts = Counter(zip(ids, ids[1:]))
        pair, often = min(counts.items(), key=lambda one: (-one[1], one[0]), default=((), 0))
        if often < 2:
            break
        merges.append((pair, 256 + len(merges)))
        ids = merged(ids, *merges[-1])
    return merges


def encode(text, merges):
    ids = list(text.encode("utf-8"))
    for pair, new_id in merges:
        ids = merged(ids, pair, new_id)
    return ids
