# slip: sum-of-all
def max_path_sum(tree):
    total, stack = 0, [tree]
    while stack:
        node = stack.pop()
        if node:
            total += node[0]
            stack += node[1:]
    return total
