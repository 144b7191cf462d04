from collections import Counter
def subarray_sum(nums, k):
    P = [0]
    for x in nums: P.append(P[-1] + x)
    need = Counter(); ans = 0
    for p in reversed(P):
        ans += need[p + k]; need[p] += 1
    return ans
