import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


def count_components(n, edges):
    if not n:
        return 0
    rows, columns = [a for a, _ in edges], [b for _, b in edges]
    graph = coo_matrix((np.ones(len(edges)), (rows, columns)), shape=(n, n))
    return int(connected_components(graph, directed=False, return_labels=False))
