# slip: place-kept-at-a-repeat
def longest_unique_substring(s):
    last, left, best = {}, 0, 0
    for right, c in enumerate(s):
        if c in last and last[c] >= left:
            left = last[c] + 1
        else:
            last[c] = right
        best = max(best, right - left + 1)
    return best
