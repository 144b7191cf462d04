# slip: zeros-stay-in-the-counts
def longest_k_distinct(s, k):
    cnt, l, best = {}, 0, 0
    for r in range(len(s)):
        cnt[s[r]] = cnt.get(s[r], 0) + 1
        while len(cnt) > k:
            cnt[s[l]] = cnt.get(s[l], 0) - 1
            l += 1
        best = max(best, r - l + 1)
    return best
