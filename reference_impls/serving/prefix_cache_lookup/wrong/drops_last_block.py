# slip: whole-block-uncovered
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
        for i in range(len(tokens) // self.n - 1):
            key = (parent, tuple(tokens[i * self.n : (i + 1) * self.n]))
            if key not in self.ids:
                break
            parent = self.ids[key]
            out.append(parent)
        return out
