# slip: strictly-below-but-one-number
def split_array(nums, k):
    def need(cap):
        groups, load = 1, 0
        for w in nums:
            if load and load + w >= cap:
                groups += 1
                load = 0
            load += w
        return groups

    a, b = max(nums), sum(nums) + 1
    while a < b:
        c = (a + b) // 2
        if need(c) <= k:
            b = c
        else:
            a = c + 1
    return a
