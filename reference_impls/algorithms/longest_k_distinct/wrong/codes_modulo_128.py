# slip: codes-share-an-entry
def longest_k_distinct(s, k):
    if k == 0 or len(s) == 0:
        return 0
    table = [0] * 128
    kinds = 0
    l = 0
    m = 0
    for r in range(len(s)):
        h = ord(s[r]) % 128
        if table[h] == 0:
            kinds += 1
        table[h] += 1
        while kinds > k:
            g = ord(s[l]) % 128
            table[g] -= 1
            if table[g] == 0:
                kinds -= 1
            l += 1
        m = max(m, r - l + 1)
    return m
