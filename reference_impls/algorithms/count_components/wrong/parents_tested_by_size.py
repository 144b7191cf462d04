# slip: counted-by-parents-by-size
# input: n=4, edges (0,1), (2,3), (0,2), (1,3): gives 0, right is 1


def count_components(n, edges):
    parent = list(range(n))
    size = [1] * n
    count = n

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for u, v in edges:
        if parent[u] == parent[v]:
            continue
        ru, rv = find(u), find(v)
        if size[ru] < size[rv]:
            ru, rv = rv, ru
        parent[rv] = ru
        size[ru] += size[rv]
        count -= 1
    return count
