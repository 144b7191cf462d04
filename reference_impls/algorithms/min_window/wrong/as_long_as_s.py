# slip: none-as-long-as-s
from collections import Counter

def min_window(s, t):
    if not t or len(t) >= len(s):
        return ""
    need = Counter(t)
    missing = len(t)
    l = 0
    best = (float("inf"), 0, 0)
    for r, c in enumerate(s):
        if need[c] > 0:
            missing -= 1
        need[c] -= 1
        while missing == 0:
            if r - l + 1 < best[0]:
                best = (r - l + 1, l, r + 1)
            need[s[l]] += 1
            if need[s[l]] > 0:
                missing += 1
            l += 1
    return s[best[1]:best[2]]
