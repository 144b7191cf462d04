# slip: zero-with-the-next-two-lost
def three_sum(nums):
    s = sorted(nums)
    found = set()
    for i in range(len(s) - 2):
        if s[i] + s[i + 1] + s[i + 2] >= 0:
            break
        j, k = i + 1, len(s) - 1
        while j < k:
            t = s[i] + s[j] + s[k]
            if t == 0:
                found.add((s[i], s[j], s[k]))
            if t > 0:
                k -= 1
            else:
                j += 1
    return list(found)
