# slip: last-window
def longest_k_distinct(s, k):
    l = length = 0
    for r in range(len(s)):
        while len(set(s[l : r + 1])) > k:
            l += 1
        length = r - l + 1
    return length
