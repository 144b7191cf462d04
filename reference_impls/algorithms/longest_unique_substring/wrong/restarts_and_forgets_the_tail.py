# slip: starts-over-and-measured-at-repeats
def longest_unique_substring(s):
    best, cur = 0, ""
    for ch in s:
        if ch in cur:
            best = max(best, len(cur))
            cur = ""
        cur += ch
    return best
