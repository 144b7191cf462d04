def top_k_frequent(nums, k):
    f = {}
    for x in nums: f[x] = f.get(x, 0) + 1
    b = [[] for _ in range(len(nums) + 1)]
    for v, c in f.items(): b[c].append(v)
    res = []
    for c in range(len(nums), 0, -1):
        for v in b[c]:
            res.append(v)
            if len(res) == k: return res
