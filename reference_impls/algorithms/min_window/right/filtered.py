from collections import Counter, defaultdict


def min_window(s, t):
    need = Counter(t)
    if not need:
        return ""
    kept = [(i, c) for i, c in enumerate(s) if c in need]
    have, covered, left = defaultdict(int), 0, 0
    best = None
    for i, c in kept:
        have[c] += 1
        if have[c] == need[c]:
            covered += 1
        while covered == len(need):
            j, d = kept[left]
            if best is None or i - j < best[1] - best[0]:
                best = (j, i)
            have[d] -= 1
            if have[d] < need[d]:
                covered -= 1
            left += 1
    return "" if best is None else s[best[0] : best[1] + 1]
