# slip: zero-left-out
from collections import Counter
def top_k_frequent(nums, k):
    c = Counter(x for x in nums if x)
    return [v for v, _ in c.most_common(k)]
