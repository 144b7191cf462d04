# slip: last-run-left-open
# input: nums = [1, 1, 2, 3, 3, 3], k = 1: gives 1
import heapq


def top_k_frequent(nums, k):
    s = sorted(nums)
    runs = []
    start = 0
    for i in range(1, len(s)):
        if s[i] != s[i - 1]:
            runs.append((i - start, s[start]))
            start = i
    if not runs:
        runs.append((len(s), s[0]))
    return [v for _, v in heapq.nlargest(k, runs)]
