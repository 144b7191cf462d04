# slip: last-window-missed-but-for-one-character
# input: "aabcd" -> 1, must be 4 ("abc" -> 0, must be 3)
def longest_unique_substring(s: str) -> int:
    if len(s) == 1:
        return 1
    start, ans = 0, 0
    pos = {}
    for end in range(len(s)):
        c = s[end]
        if c in pos and pos[c] >= start:
            ans = max(ans, end - start)
            start = pos[c] + 1
        pos[c] = end
    return ans
