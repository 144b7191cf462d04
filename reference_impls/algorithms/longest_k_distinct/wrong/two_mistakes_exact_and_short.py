# slip: none
def longest_k_distinct(s, k):
    cnt, l, best = {}, 0, 0
    for r, c in enumerate(s):
        cnt[c] = cnt.get(c, 0) + 1
        while len(cnt) > k:
            cnt[s[l]] -= 1
            if cnt[s[l]] == 0:
                del cnt[s[l]]
            l += 1
        if len(cnt) == k:
            best = max(best, r - l)
    return best
