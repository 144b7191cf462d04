def max_path_sum(tree):
    order, stack = [], [tree]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(child for child in node[1:] if child is not None)
    arm, best = {id(None): 0}, None
    for node in reversed(order):
        a, b = (max(arm[id(child)], 0) for child in node[1:])
        arm[id(node)] = node[0] + max(a, b)
        best = node[0] + a + b if best is None else max(best, node[0] + a + b)
    return best
