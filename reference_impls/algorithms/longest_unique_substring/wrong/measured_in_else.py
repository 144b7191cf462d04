# slip: measured-while-new
def longest_unique_substring(s):
    seen = {}
    left = 0
    best = 0
    for right, ch in enumerate(s):
        if ch in seen:
            left = max(left, seen[ch] + 1)
        else:
            best = max(best, right - left + 1)
        seen[ch] = right
    return best
