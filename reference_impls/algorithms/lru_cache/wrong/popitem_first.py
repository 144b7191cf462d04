# slip: latest-evicted-before-the-new-key
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.items = OrderedDict()
        self.max_items = capacity

    def get(self, key):
        if key in self.items:
            v = self.items.pop(key)
            self.items[key] = v
            return v
        return -1

    def put(self, key, value):
        if key in self.items:
            self.items.pop(key)
        elif len(self.items) >= self.max_items:
            self.items.popitem()
        self.items[key] = value
