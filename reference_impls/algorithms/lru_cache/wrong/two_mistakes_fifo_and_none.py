# slip: none
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, {}

    def get(self, key):
        return self.d.get(key)

    def put(self, key, value):
        self.d[key] = value
        if len(self.d) > self.capacity:
            self.d.pop(next(iter(self.d)))
