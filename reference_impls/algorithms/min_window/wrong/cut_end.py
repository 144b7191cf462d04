# slip: none
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    need, have, l, covered, best, size = Counter(t), Counter(), 0, 0, "", float("inf")
    for r, c in enumerate(s):
        have[c] += 1
        covered += c in need and have[c] == need[c]
        while covered == len(need):
            if r - l < size:
                best, size = s[l:r], r - l
            covered -= s[l] in need and have[s[l]] == need[s[l]]
            have[s[l]] -= 1
            l += 1
    return best
