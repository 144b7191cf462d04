# slip: single-ones-left-out
def top_k_frequent(nums, k):
    count = {}
    for x in nums:
        count[x] = count.get(x, 0) + 1
    freq = [[] for _ in range(len(nums))]
    for x, c in count.items():
        freq[c - 1].append(x)
    res = []
    for i in range(len(freq) - 1, 0, -1):
        for x in freq[i]:
            res.append(x)
            if len(res) == k:
                return res
    return res
