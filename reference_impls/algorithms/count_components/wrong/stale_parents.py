# slip: pointers-counted-the-other-way
def count_components(n, edges):
    p = list(range(n))

    def find(x):
        while p[x] != x:
            x = p[x]
        return x

    for a, b in edges:
        p[find(b)] = find(a)
    return len(set(p))
