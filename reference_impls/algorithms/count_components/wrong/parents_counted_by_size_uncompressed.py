# slip: parents-counted-by-size-uncompressed
def count_components(n, edges):
    parent = [i for i in range(n)]
    size = [1] * n
    def find(i):
        while parent[i] != i:
            i = parent[i]
        return i
    for u, v in edges:
        a, b = find(u), find(v)
        if a == b:
            continue
        if size[a] > size[b]:
            a, b = b, a
        parent[a] = b
        size[b] += size[a]
    return len(set(parent))
