# slip: none
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def blocks(self, tokens):
        return [tuple(tokens[i : i + self.n]) for i in range(0, len(tokens) - self.n + 1, self.n)]

    def insert(self, tokens):
        return [self.ids.setdefault(b, len(self.ids)) for b in self.blocks(tokens)]

    def lookup(self, tokens):
        out = []
        for b in self.blocks(tokens):
            if b not in self.ids:
                break
            out.append(self.ids[b])
        return out
