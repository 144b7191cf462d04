# slip: none
def longest_k_distinct(s, k):
    s = s.upper()
    found = [j - i for i in range(len(s)) for j in range(i + 1, len(s) + 1) if len(set(s[i:j])) == k]
    return max(found) if found else 0
