# problem: prefix-cache-lookup
# expect: error
# says: Yours has probe, insert, size, block_size, table
class PrefixCache:
    def __init__(self, block_size=16):
        self.block_size = block_size
        self.table = {}

    def probe(self, block):
        return self.table.get(tuple(block))

    def insert(self, block, number):
        self.table[tuple(block)] = number

    def size(self):
        return len(self.table)
