# slip: block-0-is-missing
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
            found = self.ids.get((parent, tuple(tokens[i * self.n : (i + 1) * self.n])))
            if not found:
                break
            parent = found
            out.append(parent)
        return out
