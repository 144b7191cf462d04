# slip: substring-itself
def longest_unique_substring(s):
    best = ""
    cur = ""
    for c in s:
        if c in cur:
            cur = cur.split(c)[1]
        cur += c
        if len(cur) > len(best):
            best = cur
    return best
