# slip: overwrite-is-no-use
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity, self.d = capacity, OrderedDict()

    def get(self, key):
        if key in self.d:
            self.d.move_to_end(key)
            return self.d[key]
        return -1

    def put(self, key, value):
        if key not in self.d and len(self.d) == self.capacity:
            self.d.popitem(last=False)
        self.d[key] = value
