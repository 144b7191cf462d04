# slip: parents-counted-after-halving-the-other-way
def count_components(n, edges):
    p = list(range(n))

    def find(x):
        while x != p[x]:
            p[x] = p[p[x]]
            x = p[x]
        return x

    for a, b in edges:
        ra, rb = find(a), find(b)
        if ra != rb:
            p[rb] = ra
    return len(set(p))
