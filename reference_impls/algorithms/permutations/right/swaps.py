class Solution:
    def permutations(self, nums):
        res, a = [], list(nums)

        def bt(first=0):
            if first == len(a):
                res.append(a[:])
            for i in range(first, len(a)):
                a[first], a[i] = a[i], a[first]
                bt(first + 1)
                a[first], a[i] = a[i], a[first]

        bt()
        return res
