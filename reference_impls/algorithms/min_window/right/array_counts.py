def min_window(s, t):
    if len(t) == 0 or len(s) < len(t):
        return ""
    ids = {c: k for k, c in enumerate(dict.fromkeys(s + t))}
    balance = [0] * len(ids)
    for c in t:
        balance[ids[c]] -= 1
    short = sum(b < 0 for b in balance)
    lo, best_lo, best_hi = 0, 0, len(s) + 1
    for hi in range(len(s)):
        k = ids[s[hi]]
        balance[k] += 1
        short -= balance[k] == 0 and s[hi] in set_of(t)
        while short == 0:
            if hi + 1 - lo < best_hi - best_lo:
                best_lo, best_hi = lo, hi + 1
            k = ids[s[lo]]
            short += balance[k] == 0 and s[lo] in set_of(t)
            balance[k] -= 1
            lo += 1
    return s[best_lo:best_hi] if best_hi <= len(s) else ""


_SETS = {}


def set_of(t):
    return _SETS.setdefault(t, frozenset(t))
