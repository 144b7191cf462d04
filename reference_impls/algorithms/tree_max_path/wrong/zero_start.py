# slip: starts-from-zero
class Solution:
    def max_path_sum(self, tree):
        self.best = 0
        self.f(tree)
        return self.best

    def f(self, t):
        if t is None:
            return 0
        l, r = max(self.f(t[1]), 0), max(self.f(t[2]), 0)
        self.best = max(self.best, t[0] + l + r)
        return t[0] + max(l, r)
