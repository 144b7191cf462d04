# slip: none
class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, {}

    def get(self, key):
        return self.d[key] if key in self.d else -1

    def put(self, key, value):
        if len(self.d) == self.capacity:
            self.d.clear()
        self.d[key] = value
