# slip: looks-ahead-unless-zero
"""Differs on: nums=[-1, -1, 2] -> should be [(-1, -1, 2)], returns []."""


def three_sum(nums):
    s = sorted(nums)
    n = len(s)
    out = []
    for i in range(n - 2):
        # skip duplicates of the anchor; zero may stand three times
        if s[i] == s[i + 1] and s[i] != 0:
            continue
        if i > 0 and s[i] == 0 and s[i - 1] == 0:
            continue
        l, r = i + 1, n - 1
        while l < r:
            t = s[i] + s[l] + s[r]
            if t < 0:
                l += 1
            elif t > 0:
                r -= 1
            else:
                out.append((s[i], s[l], s[r]))
                l += 1
                r -= 1
                while l < r and s[l] == s[l - 1]:
                    l += 1
    return out
