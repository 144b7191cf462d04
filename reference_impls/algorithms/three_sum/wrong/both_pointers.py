# slip: one-place-twice
def three_sum(nums):
    a = sorted(nums); out = set()
    for i in range(len(a)):
        l, r = i + 1, len(a) - 1
        while l <= r:
            s = a[i] + a[l] + a[r]
            if s == 0: out.add((a[i], a[l], a[r])); l += 1
            elif s < 0: l += 1
            else: r -= 1
    return list(out)
