class DSU:
    def __init__(self):
        self.parent = {}
        self.count = 0

    def add(self, x):
        self.parent[x] = x
        self.count += 1

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, x, y):
        x, y = self.find(x), self.find(y)
        if x != y:
            self.parent[x] = y
            self.count -= 1


def num_islands(grid):
    dsu = DSU()
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if int(cell) == 1:
                dsu.add((i, j))
                for other in ((i - 1, j), (i, j - 1)):
                    if other in dsu.parent:
                        dsu.union((i, j), other)
    return dsu.count
