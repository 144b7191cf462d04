# slip: compares-with-what-it-changes
# input: n = 3, edges = [(0, 1), (0, 2)] gives 2, should be 1
class QuickFind:
    def __init__(self, n):
        self.comp = list(range(n))

    def connected(self, a, b):
        return self.comp[a] == self.comp[b]

    def union(self, a, b):
        if self.connected(a, b):
            return
        for i in range(len(self.comp)):
            if self.comp[i] == self.comp[a]:
                self.comp[i] = self.comp[b]


def count_components(n, edges):
    qf = QuickFind(n)
    for a, b in edges:
        qf.union(a, b)
    return len(set(qf.comp))
