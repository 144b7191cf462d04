# problem: prefix-cache-lookup
# says: BlockManager.get_computed_blocks is graded as lookup
class BlockManager:
    def __init__(self, block_size):
        self.block_size, self.ids = block_size, {}

    def _keys(self, tokens):
        key = 0
        for i in range(len(tokens) // self.block_size):
            key = hash((key, tuple(tokens[i * self.block_size : (i + 1) * self.block_size])))
            yield key

    def allocate(self, tokens):
        return [self.ids.setdefault(key, len(self.ids)) for key in self._keys(tokens)]

    def get_computed_blocks(self, tokens):
        found = []
        for key in self._keys(tokens[:-1]):
            if key not in self.ids:
                break
            found.append(self.ids[key])
        return found
