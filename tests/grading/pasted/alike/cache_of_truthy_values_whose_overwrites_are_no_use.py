# problem: lru-cache
# expect: fail
# says: Your code treats the value 0 as absent.
# says: Your code doesn't mark a key as used when it is overwritten.
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.held = capacity, {}

    def get(self, key):
        value = self.held.get(key)
        if value:
            del self.held[key]
            self.held[key] = value
            return value
        return -1

    def put(self, key, value):
        self.held[key] = value
        if len(self.held) > self.capacity:
            del self.held[next(iter(self.held))]
