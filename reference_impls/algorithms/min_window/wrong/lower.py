# slip: none
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    low = s.lower()
    need, have, l, covered, best = Counter(t.lower()), Counter(), 0, 0, ""
    for r, c in enumerate(low):
        have[c] += 1
        covered += c in need and have[c] == need[c]
        while covered == len(need):
            if not best or r - l + 1 < len(best):
                best = low[l : r + 1]
            covered -= low[l] in need and have[low[l]] == need[low[l]]
            have[low[l]] -= 1
            l += 1
    return best
