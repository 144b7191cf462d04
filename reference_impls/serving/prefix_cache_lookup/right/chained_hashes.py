class PrefixCache:
    """A hash of (hash before, tokens) for each block, as serving engines have it."""

    def __init__(self, block_size):
        self.block_size = block_size
        self.hash_to_block = {}

    def _hashes(self, tokens, limit):
        parent = "root"
        for i in range(limit):
            chunk = tokens[i * self.block_size : (i + 1) * self.block_size]
            parent = hash((parent, tuple(chunk)))
            yield parent

    def insert(self, tokens):
        ids = []
        for h in self._hashes(tokens, len(tokens) // self.block_size):
            if h not in self.hash_to_block:
                self.hash_to_block[h] = len(self.hash_to_block)
            ids.append(self.hash_to_block[h])
        return ids

    def lookup(self, tokens):
        ids = []
        max_hit = max(len(tokens) - 1, 0) // self.block_size
        for h in self._hashes(tokens, max_hit):
            block = self.hash_to_block.get(h)
            if block is None:
                return ids
            ids.append(block)
        return ids
