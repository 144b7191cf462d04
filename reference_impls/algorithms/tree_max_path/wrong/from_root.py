# slip: arm-of-the-root
def max_path_sum(tree):
    if tree is None:
        return 0
    return tree[0] + max(0, max_path_sum(tree[1]), max_path_sum(tree[2]))
