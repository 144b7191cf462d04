# slip: first-hit-alone
def three_sum(nums):
    a, out = sorted(nums), set()
    for i in range(len(a)):
        l, r = i + 1, len(a) - 1
        while l < r:
            s = a[i] + a[l] + a[r]
            if s == 0:
                out.add((a[i], a[l], a[r]))
                break
            if s < 0:
                l += 1
            else:
                r -= 1
    return out
