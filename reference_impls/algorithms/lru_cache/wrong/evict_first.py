# slip: evicts-before-looking
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, OrderedDict()

    def get(self, key):
        if key not in self.d:
            return -1
        self.d.move_to_end(key)
        return self.d[key]

    def put(self, key, value):
        if len(self.d) == self.capacity:
            self.d.popitem(last=False)
        self.d[key] = value
        self.d.move_to_end(key)
