# slip: repeat-kept
def longest_unique_substring(s):
    pos, lo, out = {}, 0, 0
    for hi, c in enumerate(s):
        if c in pos and pos[c] >= lo:
            lo = pos[c]
        pos[c] = hi
        out = max(out, hi - lo + 1)
    return out
