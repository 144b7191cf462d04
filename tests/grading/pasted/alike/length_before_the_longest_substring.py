# problem: longest-unique-substring
# says: your code returns 2 results: the first one is graded
def longest_unique_substring(s):
    seen, start, best, longest = {}, 0, 0, ""
    for i, ch in enumerate(s):
        if ch in seen and seen[ch] >= start:
            start = seen[ch] + 1
        seen[ch] = i
        if i - start + 1 > best:
            best, longest = i - start + 1, s[start : i + 1]
    return best, longest
