# slip: first-place-and-back
def longest_unique_substring(s):
    index = {}
    start = best = 0
    for i in range(len(s)):
        if s[i] in index:
            start = index[s[i]] + 1
        else:
            index[s[i]] = i
        if i - start + 1 > best:
            best = i - start + 1
    return best
