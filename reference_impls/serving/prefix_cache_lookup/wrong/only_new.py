# slip: new-ids-alone
class PrefixCache:
    def __init__(self, block_size):
        self.n, self.ids = block_size, {}

    def insert(self, tokens):
        out, h = [], 0
        for i in range(len(tokens) // self.n):
            h = hash((h, "x", tuple(tokens[i * self.n : (i + 1) * self.n])))
            if h not in self.ids:
                self.ids[h] = len(self.ids)
                out.append(self.ids[h])
        return out

    def lookup(self, tokens):
        out, h = [], 0
        for i in range(max(len(tokens) - 1, 0) // self.n):
            h = hash((h, "x", tuple(tokens[i * self.n : (i + 1) * self.n])))
            if h not in self.ids:
                break
            out.append(self.ids[h])
        return out
