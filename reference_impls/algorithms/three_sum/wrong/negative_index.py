# slip: skips-from-the-end
def three_sum(nums):
    a = sorted(nums)
    out = set()
    for i, x in enumerate(a):
        if x == a[i - 1]:
            continue
        l, r = i + 1, len(a) - 1
        while l < r:
            s = x + a[l] + a[r]
            if not s:
                out.add((x, a[l], a[r]))
            l, r = (l + 1, r) if s <= 0 else (l, r - 1)
    return list(out)
