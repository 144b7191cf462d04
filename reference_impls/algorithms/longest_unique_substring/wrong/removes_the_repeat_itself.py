# slip: different-characters
def longest_unique_substring(s):
    chars = set()
    left = best = 0
    for right in range(len(s)):
        while s[right] in chars:
            chars.remove(s[right])
            left += 1
        chars.add(s[right])
        best = max(best, right - left + 1)
    return best
