# slip: zero-for-no-parent-below-a
class Sets:
    def __init__(self, n):
        self.parent = [None] * n
        self.count = n

    def find(self, x):
        return x if not self.parent[x] else self.find(self.parent[x])

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        self.parent[b] = a
        self.count -= 1


def count_components(n, edges):
    sets = Sets(n)
    for a, b in edges:
        sets.union(a, b)
    return sets.count
