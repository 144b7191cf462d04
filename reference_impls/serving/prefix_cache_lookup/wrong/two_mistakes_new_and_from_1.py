# slip: new-ids-alone
class PrefixCache:
    def __init__(self, block_size):
        self.bs = block_size
        self.tab = {}

    def insert(self, tokens):
        parent, new = 0, []
        for i in range(len(tokens) // self.bs):
            k = (parent, tuple(tokens[i * self.bs:(i + 1) * self.bs]))
            if k not in self.tab:
                self.tab[k] = len(self.tab) + 1
                new.append(self.tab[k])
            parent = self.tab[k]
        return new

    def lookup(self, tokens):
        parent, out = 0, []
        for i in range(max(len(tokens) - 1, 0) // self.bs):
            k = (parent, tuple(tokens[i * self.bs:(i + 1) * self.bs]))
            if k not in self.tab:
                break
            parent = self.tab[k]
            out.append(parent)
        return out
