# slip: none
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    need, have, l, covered, best = Counter(t), Counter(), 0, 0, ""
    for r, c in enumerate(s):
        have[c] += 1
        covered += c in need and have[c] >= need[c]
        while covered >= len(need):
            if not best or r - l + 1 < len(best):
                best = s[l : r + 1]
            covered -= s[l] in need and have[s[l]] <= need[s[l]]
            have[s[l]] -= 1
            l += 1
    return best
