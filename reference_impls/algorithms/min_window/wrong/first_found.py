# slip: first-window
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    need, have, l, covered = Counter(t), Counter(), 0, 0
    for r, c in enumerate(s):
        have[c] += 1
        covered += c in need and have[c] == need[c]
        if covered == len(need):
            while have[s[l]] > need[s[l]]:
                have[s[l]] -= 1
                l += 1
            return s[l : r + 1]
    return ""
