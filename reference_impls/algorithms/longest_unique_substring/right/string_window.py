class Solution:
    def longest_unique_substring(self, s: str) -> int:
        cur, ans = "", 0
        for ch in s:
            if ch in cur:
                cur = cur[cur.index(ch) + 1:]
            cur += ch
            ans = max(ans, len(cur))
        return ans
