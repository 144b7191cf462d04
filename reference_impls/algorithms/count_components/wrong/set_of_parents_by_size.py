# slip: parents-counted-by-size
def count_components(n, edges):
    parent = list(range(n))
    size = [1] * n

    def find(x):
        if parent[x] != x:
            parent[x] = find(parent[x])
        return parent[x]

    for a, b in edges:
        ra, rb = find(a), find(b)
        if ra == rb:
            continue
        if size[ra] >= size[rb]:
            parent[rb] = ra
            size[ra] += size[rb]
        else:
            parent[ra] = rb
            size[rb] += size[ra]
    return len(set(parent))
