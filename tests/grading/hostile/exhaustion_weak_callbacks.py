# expect: fail
# family: exhaustion
# attempts: a weak reference whose callback makes the next one, when the runner lets go of the answer
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import weakref


class A:
    pass


refs = []


def again(_):
    while True:
        a = A()
        refs.append(weakref.ref(a, again))
        del a


def kth_smallest(nums, k):
    a = A()
    refs.append(weakref.ref(a, again))
    return a
