# slip: block-alone
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def insert(self, tokens):
        out = []
        for i in range(0, len(tokens) - self.n + 1, self.n):
            key = tuple(tokens[i : i + self.n])
            if key not in self.ids:
                self.ids[key] = len(self.ids)
            out.append(self.ids[key])
        return out

    def lookup(self, tokens):
        out = []
        for i in range(0, len(tokens) - self.n, self.n):
            key = tuple(tokens[i : i + self.n])
            if key not in self.ids:
                break
            out.append(self.ids[key])
        return out
