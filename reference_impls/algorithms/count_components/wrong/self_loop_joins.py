# slip: none
def count_components(n, edges):
    seen = set()
    parent = list(range(n))

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    count = n
    for a, b in edges:
        if a == b and a not in seen:
            seen.add(a)
            count -= 1
        elif find(a) != find(b):
            parent[find(a)] = find(b)
            count -= 1
    return count
