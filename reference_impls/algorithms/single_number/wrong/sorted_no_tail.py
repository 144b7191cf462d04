# slip: sorted-and-the-last-pair-missing
def single_number(nums):
    s = sorted(nums)
    i = 0
    while i + 1 < len(s):
        if s[i] != s[i + 1]:
            return s[i]
        i += 2
    return None
