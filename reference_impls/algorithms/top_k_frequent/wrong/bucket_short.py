# slip: n-times-left-out
from collections import Counter
def top_k_frequent(nums, k):
    b = [[] for _ in range(len(nums))]
    for v, c in Counter(nums).items():
        if c < len(nums): b[c].append(v)
    out = []
    for l in reversed(b):
        out += l
    return out[:k]
