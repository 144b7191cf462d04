# slip: single-value-unpacked
from collections import Counter
def top_k_frequent(nums, k):
    r = [v for v, _ in Counter(nums).most_common(k)]
    return r[0] if k == 1 else r
