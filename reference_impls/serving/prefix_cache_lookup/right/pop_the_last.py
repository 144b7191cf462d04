class PrefixCache:
    def __init__(self, block_size):
        self.b = block_size
        self.table = {}

    def walk(self, tokens):
        parent = None
        for i in range(0, len(tokens) - len(tokens) % self.b, self.b):
            key = parent, *tokens[i : i + self.b]
            parent = yield key

    def insert(self, tokens):
        gen, ids = self.walk(tokens), []
        try:
            key = next(gen)
            while True:
                ids.append(self.table.setdefault(key, len(self.table)))
                key = gen.send(ids[-1])
        except StopIteration:
            return ids

    def lookup(self, tokens):
        gen, ids = self.walk(tokens), []
        try:
            key = next(gen)
            while key in self.table:
                ids.append(self.table[key])
                key = gen.send(ids[-1])
        except StopIteration:
            pass
        if ids and len(ids) * self.b == len(tokens):
            ids.pop()
        return ids
