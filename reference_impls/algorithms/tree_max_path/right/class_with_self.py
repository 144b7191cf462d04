class Solution:
    def max_path_sum(self, root):
        self.res = float("-inf")

        def gain(node):
            if not node:
                return 0
            left = max(gain(node[1]), 0)
            right = max(gain(node[2]), 0)
            self.res = max(self.res, node[0] + left + right)
            return node[0] + max(left, right)

        gain(root)
        return self.res
