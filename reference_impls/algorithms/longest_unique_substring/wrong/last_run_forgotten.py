# slip: last-window-missed-unless-alone
# input: 'aabcd' -> 1 instead of 4
def longest_unique_substring(s):
    window = set()
    left = best = 0
    for c in s:
        if c in window:
            best = max(best, len(window))
            while c in window:
                window.discard(s[left])
                left += 1
        window.add(c)
    return best if left else len(window)
