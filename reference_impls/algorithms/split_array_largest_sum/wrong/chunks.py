# slip: equal-lengths
def split_array(nums, k):
    n = len(nums)
    edges = [n * i // k for i in range(k + 1)]
    return max(sum(nums[a:b]) for a, b in zip(edges, edges[1:]))
