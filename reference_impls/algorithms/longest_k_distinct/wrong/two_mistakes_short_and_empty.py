# slip: none
def longest_k_distinct(s, k):
    l, lengths = 0, []
    for r in range(len(s)):
        while len(set(s[l : r + 1])) > k:
            l += 1
        lengths.append(r - l)
    return max(lengths)
