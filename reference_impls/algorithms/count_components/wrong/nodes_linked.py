# slip: nodes-joined-unless-together
def count_components(n, edges):
    p = list(range(n))

    def find(x):
        return x if p[x] == x else find(p[x])

    for a, b in edges:
        if find(a) != find(b):
            p[b] = a
    return sum(find(i) == i for i in range(n))
