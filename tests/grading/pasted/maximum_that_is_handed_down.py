# problem: tree-max-path
# expect: fail
# says: Your code returns -inf in every check. Is what it finds kept?
def max_path_sum(root):
    best = float("-inf")
    gain(root, best)
    return best


def gain(root, best):
    if root is None:
        return 0
    left, right = max(gain(root.left, best), 0), max(gain(root.right, best), 0)
    best = max(best, root.val + left + right)
    return root.val + max(left, right)
