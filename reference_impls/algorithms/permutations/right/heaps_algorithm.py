def permutations(nums):
    a = list(nums)
    out, c, i = [tuple(a)], [0] * len(a), 0
    while i < len(a):
        if c[i] < i:
            j = 0 if i % 2 == 0 else c[i]
            a[j], a[i] = a[i], a[j]
            out.append(tuple(a))
            c[i] += 1
            i = 0
        else:
            c[i] = 0
            i += 1
    return out
