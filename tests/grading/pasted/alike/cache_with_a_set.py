# problem: lru-cache
# says: LRU_Cache.set is graded as put
class LRU_Cache(object):
    def __init__(self, capacity):
        self.capacity, self.kept = capacity, collections.OrderedDict()

    def get(self, key):
        if key in self.kept:
            self.kept.move_to_end(key)
        return self.kept.get(key, -1)

    def set(self, key, value):
        self.kept[key] = value
        self.kept.move_to_end(key)
        if len(self.kept) > self.capacity:
            self.kept.popitem(last=False)

    def __len__(self):
        return len(self.kept)


cache = LRU_Cache(5)
cache.set(1, 1)
print(cache.get(1), cache.get(9))
