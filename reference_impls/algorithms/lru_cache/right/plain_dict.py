class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, {}

    def get(self, key):
        if key in self.d:
            value = self.d.pop(key)
            self.d[key] = value
            return value
        return -1

    def put(self, key, value):
        self.d.pop(key, None)
        self.d[key] = value
        if len(self.d) > self.capacity:
            del self.d[next(iter(self.d))]
