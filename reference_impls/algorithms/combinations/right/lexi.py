class Solution:
    def combinations(self, n, k):
        if k > n: return []
        cur = list(range(1, k + 1)); out = [cur[:]]
        while True:
            i = k - 1
            while i >= 0 and cur[i] == n - k + i + 1: i -= 1
            if i < 0: return out
            cur[i] += 1
            for j in range(i + 1, k): cur[j] = cur[j - 1] + 1
            out.append(cur[:])
