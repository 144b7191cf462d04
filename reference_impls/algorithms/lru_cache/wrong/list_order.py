# slip: none
class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.vals = {}
        self.order = []

    def get(self, key):
        if key not in self.vals:
            return -1
        self.order.remove(key)
        self.order.append(key)
        return self.vals[key]

    def put(self, key, value):
        if key in self.vals:
            self.order.remove(key)
        self.vals[key] = value
        self.order.append(key)
        if len(self.order) > self.capacity:
            del self.vals[self.order.pop(0)]
