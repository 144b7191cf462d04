# slip: nodes-joined
def count_components(n, edges):
    root = {i: i for i in range(n)}
    for a, b in edges:
        root[b] = a

    return len([x for x in root if root[x] == x])
