# problem: min-window
# expect: fail
# says: With `count[c] == wanted[c]` there, your code passes every check.
from collections import Counter


def min_window(s, t):
    wanted, count = Counter(t), Counter()
    found, start, best = 0, 0, ""
    for end, c in enumerate(s):
        if c in wanted:
            count[c] += 1
            if count[c] >= wanted[c]:
                found += 1
        while wanted and found == len(wanted):
            if not best or end + 1 - start < len(best):
                best = s[start : end + 1]
            gone = s[start]
            if gone in wanted:
                count[gone] -= 1
                if count[gone] < wanted[gone]:
                    found -= 1
            start += 1
    return best
