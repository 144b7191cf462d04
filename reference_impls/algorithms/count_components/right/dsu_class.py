class DSU:
    def __init__(self, n):
        self.p = list(range(n))
        self.rank = [0] * n

    def find(self, x):
        if self.p[x] != x:
            self.p[x] = self.find(self.p[x])
        return self.p[x]

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.p[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        return True


def count_components(n, edges):
    dsu = DSU(n)
    return n - sum(dsu.union(a, b) for a, b in edges)
