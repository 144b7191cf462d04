# slip: removes-once-and-counts
# `if` instead of `while`: the window is shrunk by one place only on a repeat
# differs: "abcbdef" -> 5 expected, gives 6
from collections import defaultdict


def longest_unique_substring(s):
    count = defaultdict(int)
    l = 0
    res = 0
    for r in range(len(s)):
        count[s[r]] += 1
        if count[s[r]] > 1:
            count[s[l]] -= 1
            l += 1
        res = max(res, r - l + 1)
    return res
