# slip: none
def longest_unique_substring(s):
    window, best = [], 0
    for c in s:
        if not c.isalnum():
            continue
        if c in window:
            window = window[window.index(c) + 1:]
        window.append(c)
        best = max(best, len(window))
    return best
