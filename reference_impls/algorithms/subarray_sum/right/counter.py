from collections import Counter


def subarray_sum(nums, k):
    seen = Counter([0])
    total = answer = 0
    for x in nums:
        total += x
        answer += seen[total - k]
        seen[total] += 1
    return answer
