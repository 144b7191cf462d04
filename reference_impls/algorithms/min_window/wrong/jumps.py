# slip: starts-anew
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    best, l = "", 0
    need, left = Counter(t), len(t)
    for r, c in enumerate(s):
        left -= need[c] > 0
        need[c] -= 1
        if left == 0:
            while need[s[l]] < 0:
                need[s[l]] += 1
                l += 1
            if not best or r + 1 - l < len(best):
                best = s[l : r + 1]
            need, left, l = Counter(t), len(t), r + 1
    return best
