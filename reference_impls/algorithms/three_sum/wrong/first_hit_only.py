# slip: one-for-each-smallest
def three_sum(nums):
    a = sorted(nums)
    out = []
    for i in range(len(a)):
        if i and a[i] == a[i - 1]:
            continue
        l, r = i + 1, len(a) - 1
        while l < r:
            s = a[i] + a[l] + a[r]
            if s == 0:
                out.append((a[i], a[l], a[r]))
                break
            if s < 0:
                l += 1
            else:
                r -= 1
    return out
