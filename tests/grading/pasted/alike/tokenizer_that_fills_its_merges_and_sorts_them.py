# problem: byte-pair-encoding
# expect: fail
class BPE:
    def __init__(self):
        self.merges = {}
    def train(self, text, vocab_size):
        ids = list(text.encode("utf-8"))
        while 256 + len(self.merges) < vocab_size:
            counts = collections.Counter(zip(ids, ids[1:]))
            if not counts: break
            (pair, n) = max(counts.items(), key=lambda kv: (kv[1], (-kv[0][0], -kv[0][1])))
            if n < 2: break
            new = 256 + len(self.merges)
            self.merges[pair] = new
            ids = self._merge(ids, pair, new)
    def _merge(self, ids, pair, new):
        out, i = [], 0
        while i < len(ids):
            if tuple(ids[i:i + 2]) == pair:
                out.append(new); i += 2
            else:
                out.append(ids[i]); i += 1
        return out
    def encode(self, text):
        ids = list(text.encode("utf-8"))
        for pair, new in sorted(self.merges.items()):
            ids = self._merge(ids, pair, new)
        return ids
