# slip: size-of-the-set
def longest_unique_substring(s):
    seen, left, best = set(), 0, 0
    for ch in s:
        if ch in seen:
            seen.discard(s[left])
            left += 1
        seen.add(ch)
        best = max(best, len(seen))
    return best
