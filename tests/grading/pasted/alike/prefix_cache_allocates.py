# problem: prefix-cache-lookup
# expect: pass
# says: BlockTable.allocate is graded as insert
class BlockTable:
    """Blocks by the id of the one before and their own tokens."""

    def __init__(self, block_size):
        self.size = block_size
        self.known = {}

    def allocate(self, tokens):
        found, before = [], None
        for start in range(0, len(tokens) - self.size + 1, self.size):
            key = before, tuple(tokens[start : start + self.size])
            before = self.known.setdefault(key, len(self.known))
            found.append(before)
        return found

    def match_prefix(self, tokens):
        found, before = [], None
        for start in range(0, len(tokens) - self.size, self.size):
            before = self.known.get((before, tuple(tokens[start : start + self.size])))
            if before is None:
                break
            found.append(before)
        return found
