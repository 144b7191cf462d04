# slip: starts-over
def longest_unique_substring(s):
    best, cur = 0, set()
    for ch in s:
        if ch in cur:
            cur.clear()
        cur.add(ch)
        best = max(best, len(cur))
    return best
