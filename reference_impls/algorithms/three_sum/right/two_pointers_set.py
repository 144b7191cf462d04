def three_sum(nums):
    a, found = sorted(nums, reverse=True), set()
    for i in range(len(a) - 2):
        l, r = i + 1, len(a) - 1
        while l < r:
            s = a[i] + a[l] + a[r]
            if s > 0:
                l += 1
            elif s < 0:
                r -= 1
            else:
                found.add((a[l], a[i], a[r]))
                l, r = l + 1, r - 1
    return [list(triplet) for triplet in found]
