class Solution:
    def minEatingSpeed(self, piles, h):
        l, r = 1, max(piles); ans = r
        while l <= r:
            m = l + (r - l) // 2
            hours = 0
            for p in piles: hours += (p - 1) // m + 1
            if hours <= h: ans, r = m, m - 1
            else: l = m + 1
        return ans
