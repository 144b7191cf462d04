class LRUCache:
    """Links in two dictionaries; None stands at both ends."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.value, self.older, self.newer = {}, {}, {}
        self.oldest = self.newest = None

    def _unlink(self, k):
        o, n = self.older.pop(k), self.newer.pop(k)
        if o is None:
            self.oldest = n
        else:
            self.newer[o] = n
        if n is None:
            self.newest = o
        else:
            self.older[n] = o

    def _link(self, k):
        self.older[k], self.newer[k] = self.newest, None
        if self.newest is None:
            self.oldest = k
        else:
            self.newer[self.newest] = k
        self.newest = k

    def get(self, key):
        if key not in self.value:
            return -1
        self._unlink(key)
        self._link(key)
        return self.value[key]

    def put(self, key, value):
        if key in self.value:
            self._unlink(key)
        elif len(self.value) == self.capacity:
            gone = self.oldest
            self._unlink(gone)
            del self.value[gone]
        self.value[key] = value
        self._link(key)
