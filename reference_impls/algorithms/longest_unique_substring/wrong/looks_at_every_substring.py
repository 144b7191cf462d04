# slip: none
def all_different(t):
    return len(t) == len(set(t))


def longest_unique_substring(s):
    n = len(s)
    for length in range(n, 0, -1):
        for i in range(n - length + 1):
            if all_different(s[i:i + length]):
                return length
    return 0
