# slip: none
def longest_unique_substring(s):
    data = s.encode("utf-8")
    seen = {}
    start = best = 0
    for i, b in enumerate(data):
        start = max(start, seen.get(b, -1) + 1)
        seen[b] = i
        best = max(best, i - start + 1)
    return best
