# slip: shrinks-once
def longest_unique_substring(s):
    chars = set()
    l = 0
    res = 0
    for r in range(len(s)):
        if s[r] in chars:
            chars.discard(s[l])
            l += 1
        chars.add(s[r])
        res = max(res, r - l + 1)
    return res
