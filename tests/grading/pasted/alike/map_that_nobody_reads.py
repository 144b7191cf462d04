# problem: count-components
# expect: fail
# says: has `map(union, edges)` alone, which calls nothing in Python 3
# not: one change
def countComponents(n, edges):
    def find(x):
        if parent[x] != x:
            parent[x] = find(parent[x])
        return parent[x]

    def union(pair):
        x, y = map(find, pair)
        parent[x] = y

    parent = list(range(n))
    map(union, edges)
    return len({find(x) for x in parent})
