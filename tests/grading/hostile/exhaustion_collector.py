# expect: timeout, error
# family: exhaustion
# attempts: a callback of the garbage collector that never returns, also while the runner works
# stopped by: watch
# problem: kth-smallest
# timeout: 0.3
import gc


def for_ever(phase, info):
    while True:
        pass


gc.callbacks.append(for_ever)
gc.set_threshold(1)


def kth_smallest(nums, k):
    return None
