# slip: last-block-and-block
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def key(self, tokens, i):
        return tuple(tokens[max(0, (i - 1) * self.n) : (i + 1) * self.n])

    def insert(self, tokens):
        return [self.ids.setdefault((i > 0, self.key(tokens, i)), len(self.ids)) for i in range(len(tokens) // self.n)]

    def lookup(self, tokens):
        out = []
        for i in range(max(len(tokens) - 1, 0) // self.n):
            k = (i > 0, self.key(tokens, i))
            if k not in self.ids:
                break
            out.append(self.ids[k])
        return out
