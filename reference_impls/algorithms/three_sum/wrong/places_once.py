# slip: places-of-the-first
def three_sum(nums):
    out = []
    seen = set()
    n = len(nums)
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                if nums[i] + nums[j] + nums[k] == 0:
                    key = tuple(sorted((nums[i], nums[j], nums[k])))
                    if key not in seen:
                        seen.add(key)
                        out.append((i, j, k))
    return out
