# expect: fail
# family: forged verdicts
# attempts: the right function while it is looked up, another one when it is called; entries that change
# stopped by: comparison
# problem: kth-smallest
class Module(dict):
    pass


class E:
    n = 0

    def __call__(self, nums, k):
        E.n += 1
        globals()["kth_smallest"] = E()
        return sorted(nums)[k - 1] if E.n == 1 else k

    def __getattribute__(self, n):
        return object.__getattribute__(self, n)


kth_smallest = E()
