import numpy as np
def count_components(n, edges):
    comp = np.arange(n)
    for a, b in edges:
        if comp[a] != comp[b]:
            comp[comp == comp[a]] = comp[b]
    return len(np.unique(comp))
