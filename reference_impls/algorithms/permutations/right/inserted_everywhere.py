def permutations(nums):
    perms = {()}
    for x in nums:
        perms = {p[:i] + (x,) + p[i:] for p in perms for i in range(len(p) + 1)}
    return perms
