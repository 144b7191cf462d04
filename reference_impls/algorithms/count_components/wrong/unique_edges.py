# slip: different-edges-and-loops-join
def count_components(n, edges):
    return n - len({tuple(sorted(e)) for e in edges})
