# slip: rivals-cancelled-and-too-few
from collections import Counter


def top_k_frequent(nums, k):
    votes = Counter()
    for x in nums:
        if x in votes or len(votes) < k:
            votes[x] += 1
            continue
        for v in list(votes):
            votes[v] -= 1
        votes = +votes
    return [v for v, _ in votes.most_common()]
