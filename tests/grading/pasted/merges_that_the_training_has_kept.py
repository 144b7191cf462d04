# problem: byte-pair-encoding
# not: KeyError
class ByteTokenizer:
    def merged(self, ids, pair, new):
        out = []
        for one in ids:
            if out and (out[-1], one) == pair and self.is_free:
                out[-1] = new
                self.is_free = False
            else:
                out.append(one)
                self.is_free = True
        return out

    def train(self, text, n_merges):
        ids, self.merges, self.is_free = list(text.encode("utf-8")), [], True
        for step in range(n_merges):
            counts = collections.Counter(zip(ids, ids[1:]))
            pair, number = min(counts.items(), key=lambda one: (-one[1], one[0]), default=((), 0))
            if number < 2:
                break
            self.merges.append((pair, 256 + step))
            ids = self.merged(ids, *self.merges[-1])
        return self.merges

    def encode(self, text):
        ids = list(text.encode("utf-8"))
        self.is_free = True
        for pair, new in self.merges:
            ids = self.merged(ids, pair, new)
        return ids
