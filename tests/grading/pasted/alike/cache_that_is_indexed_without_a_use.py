# problem: lru-cache
# expect: fail
class LRU:
    def __init__(self, maxsize):
        self.maxsize, self.kept = maxsize, {}

    def __contains__(self, key):
        return key in self.kept

    def __len__(self):
        return len(self.kept)

    def __getitem__(self, key):
        if key not in self:
            return -1
        value = self.kept[key]
        return value

    def __setitem__(self, key, value):
        self.kept.pop(key, None)
        self.kept[key] = value
        if len(self) > self.maxsize:
            del self.kept[next(iter(self.kept))]
