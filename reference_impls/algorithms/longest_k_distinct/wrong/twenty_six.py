# slip: lower-case-letters-alone
def longest_k_distinct(s, k):
    cnt = [0] * 26
    distinct = l = best = 0
    for r, c in enumerate(s):
        i = ord(c) - ord("a")
        if cnt[i] == 0:
            distinct += 1
        cnt[i] += 1
        while distinct > k:
            j = ord(s[l]) - ord("a")
            cnt[j] -= 1
            if cnt[j] == 0:
                distinct -= 1
            l += 1
        best = max(best, r - l + 1)
    return best
