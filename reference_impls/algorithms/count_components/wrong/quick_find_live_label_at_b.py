# slip: compares-with-what-it-changes-at-b
def count_components(n, edges):
    comp = list(range(n))
    for a, b in edges:
        if comp[a] != comp[b]:
            comp = relabel(comp, a, b)
    return len(set(comp))


def relabel(comp, a, b):
    for i, c in enumerate(comp):
        if c == comp[b]:
            comp[i] = comp[a]
    return comp
