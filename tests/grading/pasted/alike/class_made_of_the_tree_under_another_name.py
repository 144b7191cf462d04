# problem: tree-max-path
# says: MaxPathSum.max_path_sum is graded
from __future__ import annotations
from dataclasses import dataclass


@dataclass
class TreeNode:
    val: int
    left: TreeNode | None = None
    right: TreeNode | None = None


class MaxPathSum:
    """Takes the root of a tree; `max_path_sum()` returns what is asked."""

    def __init__(self, root: TreeNode) -> None:
        self.root = root
        self.best = float("-inf")

    def gain(self, node: TreeNode | None) -> float:
        if node is None:
            return 0
        left, right = max(self.gain(node.left), 0), max(self.gain(node.right), 0)
        self.best = max(self.best, node.val + left + right)
        return node.val + max(left, right)

    def max_path_sum(self) -> float:
        self.gain(self.root)
        return self.best
