# slip: start-moves-back
def longest_unique_substring(s):
    seen = {}
    left = ans = 0
    for i, c in enumerate(s):
        if c in seen:
            left = seen[c] + 1
        ans = max(ans, i - left + 1)
        seen[c] = i
    return ans
