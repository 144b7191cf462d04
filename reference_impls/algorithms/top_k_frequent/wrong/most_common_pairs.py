# slip: pairs
import collections


def top_k_frequent(nums, k):
    return collections.Counter(nums).most_common()[:k]
