import numpy as np


def max_path_sum(tree):
    if tree is None:
        return -np.inf

    def arm(node):
        return 0 if node is None else max(0, node[0] + max(arm(node[1]), arm(node[2])))

    best, todo = -np.inf, [tree]
    arms = {}

    def cached(node):
        key = id(node)
        if node is None:
            return 0
        if key not in arms:
            arms[key] = max(0, node[0] + max(cached(node[1]), cached(node[2])))
        return arms[key]

    while todo:
        v, l, r = todo.pop()
        best = np.maximum(best, v + cached(l) + cached(r))
        todo += [x for x in (l, r) if x]
    return int(best)
