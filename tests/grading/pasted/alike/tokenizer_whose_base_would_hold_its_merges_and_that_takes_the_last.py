# problem: byte-pair-encoding
# expect: fail
def pair_counts(ids):
    counts = {}
    for pair in zip(ids, ids[1:]):
        counts[pair] = counts.get(pair, 0) + 1
    return counts


def replaced(ids, pair, idx):
    out, i = [], 0
    while i < len(ids):
        if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
            out.append(idx)
            i += 2
        else:
            out.append(ids[i])
            i += 1
    return out


class PlainTokenizer(Tokenizer):
    def __init__(self):
        super().__init__()

    def train(self, text, vocab_size):
        ids, table = list(text.encode("utf-8")), {}
        for idx in range(256, vocab_size):
            counts = pair_counts(ids)
            pair = min(counts, key=lambda p: (-counts[p], p), default=None)
            if pair is None or counts[pair] < 2:
                break
            ids = replaced(ids, pair, idx)
            table[pair] = idx
        self.merges = table

    def encode(self, text):
        ids = list(text.encode("utf-8"))
        while len(ids) >= 2:
            pair = max(pair_counts(ids), key=lambda p: self.merges.get(p, -1))
            if pair not in self.merges:
                break
            ids = replaced(ids, pair, self.merges[pair])
        return ids
