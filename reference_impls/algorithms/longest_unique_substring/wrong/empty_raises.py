# slip: empty-string-fails
def longest_unique_substring(s):
    n = len(s)
    return max(j - i for i in range(n) for j in range(i + 1, n + 1) if len(set(s[i:j])) == j - i)
