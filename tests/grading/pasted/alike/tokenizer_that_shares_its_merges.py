# problem: byte-pair-encoding
# expect: fail
# not: self.merge is taken from
def get_stats(ids):
    counts = {}
    for pair in zip(ids, ids[1:]):
        counts[pair] = counts.get(pair, 0) + 1
    return counts
def merge(ids, pair, idx):
    out, i = [], 0
    while i < len(ids):
        if i < len(ids) - 1 and (ids[i], ids[i + 1]) == pair:
            out.append(idx); i += 2
        else:
            out.append(ids[i]); i += 1
    return out
class Tokenizer:
    merges = {}
    def train(self, text, vocab_size):
        ids = list(text.encode("utf-8"))
        for i in range(vocab_size - 256):
            stats = get_stats(ids)
            if not stats: break
            pair = min(stats, key=lambda p: (-stats[p], p))
            if stats[pair] < 2: break
            idx = 256 + len(self.merges)
            ids = merge(ids, pair, idx)
            self.merges[pair] = idx
    def encode(self, text):
        ids = list(text.encode("utf-8"))
        for pair, idx in self.merges.items():
            ids = merge(ids, pair, idx)
        return ids
