# slip: most-frequent-alone
from collections import Counter
def top_k_frequent(nums, k):
    return [Counter(nums).most_common(1)[0][0]]
