# problem: min-window
# expect: fail
# not: converted to NumPy
def min_window(s, t):
    need, missing, start, best = Counter(t), len(t), 0, (0, 0)
    for end, letter in enumerate(s, 1):
        missing -= need[letter] > 0
        need[letter] -= 1
        if missing == 0:
            while need[s[start]] < 0:
                need[s[start]] += 1
                start += 1
            if best[1] == 0 or end - start < best[1] - best[0]:
                best = (start, end)
    return s[best[0] : best[1] + 1]
