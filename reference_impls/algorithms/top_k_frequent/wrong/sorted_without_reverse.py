# slip: rarest-first
from collections import Counter
def top_k_frequent(nums, k):
    c = Counter(nums)
    return sorted(c, key=c.get)[:k]
