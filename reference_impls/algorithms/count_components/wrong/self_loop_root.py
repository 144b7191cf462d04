# slip: loop-counts-as-join
def count_components(n, edges):
    p = list(range(n)); c = n
    def find(x):
        while p[x] != x:
            p[x] = p[p[x]]; x = p[x]
        return x
    for a, b in edges:
        ra, rb = find(a), find(b)
        if ra != rb or a == b:
            p[ra] = rb
            c -= 1
    return c
