# slip: none
def three_sum(nums):
    a = sorted(nums)
    out = []
    for i in range(len(a)):
        if i > 0 and a[i] == a[i - 1]:
            continue
        l, r = i + 1, len(a) - 1
        while l < r:
            if a[l] == a[l - 1]:
                l += 1
                continue
            s = a[i] + a[l] + a[r]
            if s == 0:
                out.append((a[i], a[l], a[r]))
                l += 1
            elif s < 0:
                l += 1
            else:
                r -= 1
    return out
