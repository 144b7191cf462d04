# problem: lru-cache
# says: LRU.__setitem__ is graded as put
class Node:
    __slots__ = ("k", "v", "prev", "next")
    def __init__(self, k=0, v=0):
        self.k, self.v = k, v
class LRU:
    def __init__(self, maxsize):
        self.maxsize, self.map = maxsize, {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
    def _rm(self, n):
        n.prev.next, n.next.prev = n.next, n.prev
    def _add(self, n):
        p = self.tail.prev
        p.next = n; n.prev = p; n.next = self.tail; self.tail.prev = n
    def __getitem__(self, k):
        n = self.map[k]
        self._rm(n); self._add(n)
        return n.v
    def get(self, k, default=-1):
        return self[k] if k in self.map else default
    def __setitem__(self, k, v):
        if k in self.map:
            self._rm(self.map[k])
        n = self.map[k] = Node(k, v)
        self._add(n)
        if len(self.map) > self.maxsize:
            o = self.head.next
            self._rm(o); del self.map[o.k]
