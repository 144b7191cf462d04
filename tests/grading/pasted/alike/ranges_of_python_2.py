# problem: count-components
# expect: error
# says: a range cannot be written into
class Sets(object):
    def __init__(self, n):
        self.parent = range(n)

    def find(self, x):
        while self.parent[x] != x:
            x = self.parent[x]
        return x

    def union(self, x, y):
        self.parent[self.find(x)] = self.find(y)


class Solution(object):
    def countComponents(self, n, edges):
        sets = Sets(n)
        for x, y in edges:
            sets.union(x, y)
        return sum(sets.find(x) == x for x in xrange(n))
