class Solution:
    def longest_k_distinct(self, s, k):
        cnt, l = {}, 0
        for ch in s:
            cnt[ch] = cnt.get(ch, 0) + 1
            if len(cnt) > k:
                cnt[s[l]] -= 1
                if cnt[s[l]] == 0:
                    cnt.pop(s[l])
                l += 1
        return len(s) - l
