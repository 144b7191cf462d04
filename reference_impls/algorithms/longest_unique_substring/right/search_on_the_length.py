def longest_unique_substring(s):
    def has(L):
        return any(len(set(s[i:i + L])) == L for i in range(len(s) - L + 1))
    lo, hi = 0, len(set(s))
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if has(mid):
            lo = mid
        else:
            hi = mid - 1
    return lo
