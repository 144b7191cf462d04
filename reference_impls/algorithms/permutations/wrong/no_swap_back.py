# slip: swapped-and-not-back
def permutations(nums):
    a, res = nums[:], []

    def go(k):
        if k == len(a):
            res.append(tuple(a))
        for i in range(k, len(a)):
            a[k], a[i] = a[i], a[k]
            go(k + 1)

    go(0)
    return res
