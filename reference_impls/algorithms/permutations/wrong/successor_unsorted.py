# slip: from-the-given-order-on
def permutations(nums):
    a = list(nums)
    out = []
    while True:
        out.append(a.copy())
        i = len(a) - 2
        while i >= 0 and a[i] > a[i + 1]:
            i -= 1
        if i < 0:
            return out
        j = len(a) - 1
        while a[j] < a[i]:
            j -= 1
        a[i], a[j] = a[j], a[i]
        a[i + 1 :] = a[: i : -1]
