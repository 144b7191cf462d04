# slip: first-window-alone
def longest_unique_substring(s):
    seen = set()
    for c in s:
        if c in seen:
            break
        seen.add(c)
    return len(seen)
