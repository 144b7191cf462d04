# slip: unknown-raises
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def insert(self, tokens):
        out, parent = [], None
        for i in range(len(tokens) // self.n):
            key = (parent, tuple(tokens[i * self.n : (i + 1) * self.n]))
            parent = self.ids.setdefault(key, len(self.ids))
            out.append(parent)
        return out

    def lookup(self, tokens):
        out, parent = [], None
        for i in range(max(len(tokens) - 1, 0) // self.n):
            parent = self.ids[parent, tuple(tokens[i * self.n : (i + 1) * self.n])]
            out.append(parent)
        return out
