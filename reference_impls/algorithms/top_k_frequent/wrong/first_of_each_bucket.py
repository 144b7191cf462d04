# slip: first-for-each-count
from collections import Counter
def top_k_frequent(nums, k):
    b = [[] for _ in range(len(nums) + 1)]
    for x, c in Counter(nums).items():
        b[c].append(x)
    out = []
    for row in reversed(b):
        if row:
            out.append(row[0])
        if len(out) == k:
            break
    return out
