# slip: ends-at-too-small-a-number
# witness: [-10, -1, 0, 1] must give [(-1, 0, 1)], this gives []
def three_sum(nums):
    s = sorted(nums)
    n = len(s)
    out = []
    for i in range(n - 2):
        if i and s[i] == s[i - 1]:
            continue
        if s[i] + s[i + 1] + s[i + 2] > 0 or s[i] + s[-1] + s[-2] < 0:
            break  # no triplet can reach zero
        l, r = i + 1, n - 1
        while l < r:
            t = s[i] + s[l] + s[r]
            if t == 0:
                out.append((s[i], s[l], s[r]))
                l, r = l + 1, r - 1
                while l < r and s[l] == s[l - 1]:
                    l += 1
                while l < r and s[r] == s[r + 1]:
                    r -= 1
            elif t < 0:
                l += 1
            else:
                r -= 1
    return out
