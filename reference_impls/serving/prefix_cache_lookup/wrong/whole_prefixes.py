# slip: none
class PrefixCache:
    """Every prefix is a key: quadratic."""

    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def insert(self, tokens):
        out = []
        for stop in range(self.n, len(tokens) + 1, self.n):
            out.append(self.ids.setdefault(tuple(tokens[:stop]), len(self.ids)))
        return out

    def lookup(self, tokens):
        out = []
        for stop in range(self.n, len(tokens), self.n):
            if tuple(tokens[:stop]) not in self.ids:
                break
            out.append(self.ids[tuple(tokens[:stop])])
        return out
