def max_path_sum(tree):
    def solve(node):
        """(best path below, best arm)"""
        if node is None:
            return float("-inf"), 0
        v, l, r = node
        best_l, arm_l = solve(l)
        best_r, arm_r = solve(r)
        arm_l, arm_r = max(arm_l, 0), max(arm_r, 0)
        return max(best_l, best_r, v + arm_l + arm_r), v + max(arm_l, arm_r)

    return solve(tree)[0]
