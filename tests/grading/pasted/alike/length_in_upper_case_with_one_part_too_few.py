# problem: split-array-largest-sum
# expect: fail
# says: your N is the length of what is given
class Solution:
    def fits(self, arr, N, K, most):
        parts, load = 1, 0
        for i in range(N):
            if load + arr[i] > most:
                parts, load = parts + 1, 0
            load += arr[i]
        return parts < K

    def splitArray(self, arr, N, K):
        low, high = max(arr), sum(arr)
        while low < high:
            middle = (low + high) // 2
            if self.fits(arr, N, K, middle):
                high = middle
            else:
                low = middle + 1
        return low
