from collections import deque


class LRUCache:
    """A queue of uses with stale entries skipped: O(1) amortized."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.store, self.stamp, self.uses, self.now = {}, {}, deque(), 0

    def _use(self, key):
        self.now += 1
        self.stamp[key] = self.now
        self.uses.append((key, self.now))

    def get(self, key):
        if key in self.store:
            self._use(key)
            return self.store[key]
        return -1

    def put(self, key, value):
        self.store[key] = value
        self._use(key)
        while len(self.store) > self.capacity:
            old, when = self.uses.popleft()
            if self.stamp.get(old) == when:
                del self.store[old], self.stamp[old]
