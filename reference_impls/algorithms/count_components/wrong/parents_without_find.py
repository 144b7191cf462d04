# slip: second-parent-overwritten
def count_components(n, edges):
    parent = list(range(n))
    count = n
    for a, b in edges:
        if parent[a] != parent[b]:
            parent[b] = parent[a]
            count -= 1
    return count
