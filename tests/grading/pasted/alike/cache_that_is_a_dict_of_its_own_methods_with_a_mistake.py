# problem: lru-cache
# expect: fail
# says: returns None for an absent key
# not: mark a key as used
class Cache(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def lookup(self, key):
        if key not in self:
            return None
        self.move_to_end(key)
        return self[key]
    def insert(self, key, value):
        if key in self:
            self.move_to_end(key)
        self[key] = value
        if len(self) > self.size:
            self.popitem(last=False)
