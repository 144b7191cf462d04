def three_sum(nums):
    res = set()
    n, p, z = [], [], []
    for num in nums:
        (p if num > 0 else n if num < 0 else z).append(num)
    N, Q = set(n), set(p)
    if z:
        for num in Q:
            if -num in N:
                res.add((-num, 0, num))
    if len(z) >= 3:
        res.add((0, 0, 0))
    for group, other in ((n, Q), (p, N)):
        for i in range(len(group)):
            for j in range(i + 1, len(group)):
                target = -(group[i] + group[j])
                if target in other:
                    res.add(tuple(sorted([group[i], group[j], target])))
    return list(res)
