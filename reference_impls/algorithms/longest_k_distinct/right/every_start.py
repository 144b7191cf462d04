def longest_k_distinct(s, k):
    def reach(i):
        seen = set()
        for j in range(i, len(s)):
            seen.add(s[j])
            if len(seen) > k:
                return j - i
        return len(s) - i

    return max(map(reach, range(len(s))), default=0)
