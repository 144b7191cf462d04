# slip: parents-counted-the-other-way
# input: n=4, edges [(0, 1), (2, 3), (0, 2)]: parents 0 and 2 are both present -> 2 instead of 1
def count_components(n, edges):
    parent = list(range(n))

    def find(x):
        if parent[x] != x:
            parent[x] = find(parent[x])
        return parent[x]

    for a, b in edges:
        ra, rb = find(a), find(b)
        if ra != rb:
            parent[rb] = ra
    return len(set(parent))
