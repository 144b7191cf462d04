# slip: cut-at-the-end
from collections import Counter

def min_window(s, t):
    if not t:
        return ""
    need, miss, i, best = Counter(t), len(t), 0, None
    for j, c in enumerate(s):
        if need[c] > 0:
            miss -= 1
        need[c] -= 1
        while miss == 0:
            if best is None or j - i < best[1] - best[0]:
                best = (i, j)
            need[s[i]] += 1
            if need[s[i]] > 0:
                miss += 1
            i += 1
    if best is None:
        return None
    return s[best[0]:best[1]]
