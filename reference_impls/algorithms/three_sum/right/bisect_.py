from bisect import bisect_left
class Solution:
    def threeSum(self, nums):
        a = sorted(nums); ans = []; n = len(a)
        for i in range(n - 2):
            if i > 0 and a[i] == a[i-1]: continue
            for j in range(i + 1, n - 1):
                if j > i + 1 and a[j] == a[j-1]: continue
                t = -a[i] - a[j]; k = bisect_left(a, t, j + 1)
                if k < n and a[k] == t: ans.append([a[i], a[j], t])
        return ans
