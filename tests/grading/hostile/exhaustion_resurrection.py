# expect: fail, error, crashed
# family: exhaustion
# attempts: objects that come back to life whenever they are freed, each with another one
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import gc


class Phoenix:
    def __init__(self):
        self.me = self

    def __del__(self):
        Phoenix()
        Phoenix()
        kept.append(self)
        gc.collect(0)


kept = []
Phoenix()
gc.set_threshold(1)


def kth_smallest(nums, k):
    return [Phoenix() for _ in range(100)]
