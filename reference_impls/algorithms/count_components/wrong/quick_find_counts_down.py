# slip: counts-down-and-compares-with-what-it-changes
def count_components(n, edges):
    ids = list(range(n))
    count = n
    for p, q in edges:
        if ids[p] == ids[q]:
            continue
        count -= 1
        for i in range(n):
            if ids[i] == ids[p]:
                ids[i] = ids[q]
    return count
