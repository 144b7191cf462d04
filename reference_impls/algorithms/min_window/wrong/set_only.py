# slip: multiplicity-ignored
def min_window(s, t):
    need = set(t)
    if not need:
        return ""
    count, have, l, best = {}, 0, 0, ""
    for r, c in enumerate(s):
        if c in need:
            count[c] = count.get(c, 0) + 1
            have += count[c] == 1
        while have == len(need):
            if not best or r - l + 1 < len(best):
                best = s[l : r + 1]
            if s[l] in need:
                count[s[l]] -= 1
                have -= count[s[l]] == 0
            l += 1
    return best
