"""Largest sum along a path in a binary tree: dynamic programming on the tree, in post-order (LeetCode 124).

A path has a highest node, its bend. From there it goes down on both sides, on one or on none:

    arm(node)  = value + max( 0, arm(left), arm(right) )               the best path that starts here and goes down
    bend(node) = value + max( 0, arm(left) ) + max( 0, arm(right) )    the best path whose highest node is this one

The answer is the largest bend; a parent can only use an arm, as a path doesn't branch. O(n) time, O(height) memory.

tree: (value, left, right) with None for a missing child; ints, which may be negative. Returns: an int.
"""

from __future__ import annotations

Tree = tuple[int, "Tree | None", "Tree | None"]


def max_path_sum(tree: Tree) -> int:
    """The largest sum of the values along a path of one node or more."""
    best = tree[0]

    def arm(node: Tree | None) -> int:
        nonlocal best
        if node is None:
            return 0
        value, left, right = node
        a, b = max(0, arm(left)), max(0, arm(right))
        best = max(best, value + a + b)
        return value + max(a, b)

    arm(tree)
    return best
