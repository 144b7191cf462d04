# slip: parent-overwritten
def count_components(n, edges):
    p = list(range(n))
    for a, b in edges:
        p[a] = b
    def find(x):
        seen = set()
        while p[x] != x and x not in seen:
            seen.add(x); x = p[x]
        return x
    return len({find(i) for i in range(n)})
