# slip: one-key-too-few
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, {}

    def get(self, key):
        if key not in self.d:
            return -1
        self.d[key] = self.d.pop(key)
        return self.d[key]

    def put(self, key, value):
        self.d.pop(key, None)
        self.d[key] = value
        if len(self.d) >= self.capacity:
            del self.d[next(iter(self.d))]
