# problem: subarray-sum
class Solution:
    def findSubArraySum(self, Arr, N, k):
        seen, total, count = {0: 1}, 0, 0
        for i in range(N):
            total += Arr[i]
            count += seen.get(total - k, 0)
            seen[total] = seen.get(total, 0) + 1
        return count
