# slip: nodes-joined-unless-together-the-other-way
def count_components(n, edges):
    p = list(range(n))
    def root(i):
        return i if p[i] == i else root(p[i])
    for u, v in edges:
        if root(u) != root(v):
            p[u] = v
    return sum(p[i] == i for i in range(n))
