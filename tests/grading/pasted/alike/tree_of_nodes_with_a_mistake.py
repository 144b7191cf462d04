# problem: tree-max-path
# expect: fail
# says: the inputs were converted to nodes
# not: has no `.left`
class TreeNode:
    def __init__(self, val=0, left=None, right=None):
        self.val, self.left, self.right = val, left, right


class Solution:
    def maxPathSum(self, root: TreeNode) -> int:
        self.best = 0

        def gain(node):
            if node is None:
                return 0
            left, right = gain(node.left), gain(node.right)
            self.best = max(self.best, node.val + left + right)
            return max(0, node.val + max(left, right))

        gain(root)
        return self.best
