# slip: spaces-dropped
def longest_unique_substring(s):
    s = s.lower().replace(" ", "")
    seen = {}
    left = best = 0
    for i, c in enumerate(s):
        left = max(left, seen.get(c, -1) + 1)
        seen[c] = i
        best = max(best, i - left + 1)
    return best
