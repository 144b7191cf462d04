# slip: last-window-missed-from-one
def longest_unique_substring(s):
    if not s:
        return 0
    best, left, seen = 1, 0, {}
    for i, c in enumerate(s):
        if c in seen and seen[c] >= left:
            best = max(best, i - left)
            left = seen[c] + 1
        seen[c] = i
    return best
