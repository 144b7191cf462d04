# slip: parents-counted-by-size-the-other-way
def count_components(n, edges):
    parent, rank = list(range(n)), [1] * n

    def find(x):
        while x != parent[x]:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in edges:
        a, b = find(a), find(b)
        if a != b:
            if rank[a] > rank[b]:
                a, b = b, a
            parent[a] = b
            rank[b] += rank[a]
    return len(set(parent))
