# problem: house-robber
# expect: fail
# says: is an empty sequence. The answers in
# says: other checks are wrong, too
class Solution:
    def rob(self, houses):
        if len(houses) <= 2:
            return max(houses)
        best = [0] + houses[1:]
        for at in range(len(houses) - 1, -1, -1):
            best[at] = max(houses[at] + best[at - 2], best[at - 1])
        return best[0]
