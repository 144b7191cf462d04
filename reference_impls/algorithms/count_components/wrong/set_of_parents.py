# slip: parents-counted
class UnionFind:
    def __init__(self, n):
        self.parent = list(range(n))

    def find(self, x):
        if self.parent[x] != x:
            self.parent[x] = self.find(self.parent[x])
        return self.parent[x]

    def union(self, x, y):
        self.parent[self.find(x)] = self.find(y)


def count_components(n, edges):
    uf = UnionFind(n)
    for x, y in edges:
        uf.union(x, y)
    return len(set(uf.parent))
