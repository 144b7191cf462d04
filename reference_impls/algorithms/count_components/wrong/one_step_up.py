# slip: one-step-to-the-root
def count_components(n, edges):
    p = list(range(n))
    c = n
    for a, b in edges:
        if p[a] != p[b]:
            p[p[a]] = p[b]
            c -= 1
    return c
