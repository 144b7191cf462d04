# slip: measured-at-repeats
def longest_unique_substring(s):
    left = 0
    best = 0
    where = {}
    for right, ch in enumerate(s):
        if ch in where and where[ch] >= left:
            best = max(best, right - left)
            left = where[ch] + 1
        where[ch] = right
    return best
