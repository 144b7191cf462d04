# slip: none
def count_components(n, edges):
    parent = list(range(n))

    def find(x):
        while parent[x] != x:
            x = parent[x]
        return x

    while edges:
        a, b = edges.pop()
        parent[find(a)] = find(b)
    return sum(parent[i] == i for i in range(n))
