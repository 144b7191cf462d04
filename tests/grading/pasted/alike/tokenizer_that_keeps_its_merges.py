# problem: byte-pair-encoding
class BasicTokenizer:
    def __init__(self):
        self.merges = []

    @staticmethod
    def _replace(ids, pair, new_id):
        result, i = [], 0
        while i < len(ids):
            if i + 1 < len(ids) and (ids[i], ids[i + 1]) == pair:
                result.append(new_id)
                i += 2
            else:
                result.append(ids[i])
                i += 1
        return result

    def train(self, text, num_merges):
        ids = list(text.encode("utf-8"))
        self.merges = []
        for step in range(num_merges):
            counts = {}
            for pair in zip(ids, ids[1:]):
                counts[pair] = counts.get(pair, 0) + 1
            top = max(counts.values(), default=0)
            if top < 2:
                break
            pair = min(p for p, c in counts.items() if c == top)
            ids = self._replace(ids, pair, 256 + step)
            self.merges.append((pair, 256 + step))
        return self.merges

    def encode(self, text):
        ids = list(text.encode("utf-8"))
        for pair, new_id in self.merges:
            ids = self._replace(ids, pair, new_id)
        return ids
