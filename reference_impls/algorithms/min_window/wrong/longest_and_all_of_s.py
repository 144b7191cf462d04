# slip: longest-of-all-ends
from collections import Counter

def min_window(s, t):
    if not t:
        return s
    need, miss, i, ans = Counter(t), len(t), 0, ""
    for j, c in enumerate(s):
        miss -= need[c] > 0
        need[c] -= 1
        if miss == 0:
            while need[s[i]] < 0:
                need[s[i]] += 1
                i += 1
            if j - i + 1 > len(ans):
                ans = s[i:j + 1]
    return ans
