# slip: counts-down-and-compares-with-what-it-changes-at-b
def count_components(n, edges):
    group = {v: v for v in range(n)}
    left = n
    for u, v in edges:
        if group[u] != group[v]:
            left -= 1
            for w in group:
                if group[w] == group[v]:
                    group[w] = group[u]
    return left
