from collections import OrderedDict


class LRUCache(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.room = capacity

    def get(self, key):
        try:
            self.move_to_end(key)
        except KeyError:
            return -1
        return self[key]

    def put(self, key, value):
        if key in self:
            self.move_to_end(key)
        elif len(self) == self.room:
            self.popitem(last=False)
        self[key] = value
