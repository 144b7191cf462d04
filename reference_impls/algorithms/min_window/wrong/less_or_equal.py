# slip: rightmost-on-ties
from collections import Counter


def min_window(s, t):
    if not t:
        return ""
    need, have, l, best = Counter(t), Counter(), 0, ""
    covered = 0
    for r, c in enumerate(s):
        have[c] += 1
        covered += have[c] == need[c] and c in need
        while covered == len(need):
            if not best or r - l + 1 <= len(best):
                best = s[l : r + 1]
            covered -= have[s[l]] == need[s[l]] and s[l] in need
            have[s[l]] -= 1
            l += 1
    return best
