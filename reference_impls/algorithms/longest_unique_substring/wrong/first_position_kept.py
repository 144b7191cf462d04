# slip: first-place-kept
def longest_unique_substring(s):
    pos = {}
    left = best = 0
    for i, c in enumerate(s):
        if c not in pos:
            pos[c] = i
        elif pos[c] >= left:
            left = pos[c] + 1
        best = max(best, i + 1 - left)
    return best
