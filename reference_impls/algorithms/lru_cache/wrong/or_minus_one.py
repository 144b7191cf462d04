# slip: falsy-value-absent
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, {}

    def get(self, key):
        value = self.d.get(key)
        if not value:
            return -1
        del self.d[key]
        self.d[key] = value
        return value

    def put(self, key, value):
        self.d.pop(key, None)
        self.d[key] = value
        if len(self.d) > self.capacity:
            del self.d[next(iter(self.d))]
