def count_components(n, edges):
    boss = list(range(n))
    def find(x):
        if boss[x] == x:
            return x
        return find(boss[x])
    groups = n
    for a, b in edges:
        fa, fb = find(a), find(b)
        if fa != fb:
            boss[fa] = fb
            groups -= 1
    return groups + sum(0 for i in range(n) if find(i) < 0)
