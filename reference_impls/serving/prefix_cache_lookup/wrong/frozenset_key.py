# slip: block-as-a-set
class PrefixCache:
    def __init__(self, block_size):
        self.size = block_size
        self.store = {}

    def insert(self, tokens):
        res, prev = [], None
        for i in range(len(tokens) // self.size):
            k = (prev, frozenset(tokens[i * self.size:(i + 1) * self.size]))
            if k not in self.store:
                self.store[k] = len(self.store)
            prev = self.store[k]
            res.append(prev)
        return res

    def lookup(self, tokens):
        res, prev = [], None
        if not tokens:
            return res
        for i in range((len(tokens) - 1) // self.size):
            k = (prev, frozenset(tokens[i * self.size:(i + 1) * self.size]))
            if k not in self.store:
                break
            prev = self.store[k]
            res.append(prev)
        return res
