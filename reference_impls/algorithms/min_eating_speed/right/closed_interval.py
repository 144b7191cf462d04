class Solution:
    def min_eating_speed(self, piles: list[int], h: int) -> int:
        lo, hi, best = 1, max(piles), max(piles)
        while lo <= hi:
            mid = lo + (hi - lo) // 2
            if self.hours(piles, mid) <= h:
                best, hi = mid, mid - 1
            else:
                lo = mid + 1
        return best

    def hours(self, piles, k):
        return sum((p + k - 1) // k for p in piles)
