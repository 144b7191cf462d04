from collections import OrderedDict


def longest_k_distinct(s, k):
    last = OrderedDict()
    best, left = 0, 0
    for i, c in enumerate(s):
        last[c] = i
        last.move_to_end(c)
        if len(last) > k:
            left = last.popitem(last=False)[1] + 1
        best = max(best, i + 1 - left)
    return best
