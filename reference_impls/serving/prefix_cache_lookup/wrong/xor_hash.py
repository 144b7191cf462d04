# slip: none
class PrefixCache:
    """The hashes of the blocks so far, without their order."""

    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def hashes(self, tokens, end):
        h = 0
        for stop in range(self.n, end + 1, self.n):
            h ^= hash(tuple(tokens[stop - self.n : stop]))
            yield stop, h

    def insert(self, tokens):
        return [self.ids.setdefault(k, len(self.ids)) for k in self.hashes(tokens, len(tokens))]

    def lookup(self, tokens):
        out = []
        for k in self.hashes(tokens, len(tokens) - 1):
            if k not in self.ids:
                break
            out.append(self.ids[k])
        return out
