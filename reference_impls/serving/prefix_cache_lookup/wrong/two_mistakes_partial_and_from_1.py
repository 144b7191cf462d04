# slip: none
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def insert(self, tokens):
        out, parent = [], None
        for i in range(0, len(tokens), self.n):
            parent = self.ids.setdefault((parent, tuple(tokens[i : i + self.n])), len(self.ids) + 1)
            out.append(parent)
        return out

    def lookup(self, tokens):
        out, parent = [], None
        for i in range(0, len(tokens) - self.n, self.n):
            parent = self.ids.get((parent, tuple(tokens[i : i + self.n])))
            if parent is None:
                break
            out.append(parent)
        return out
