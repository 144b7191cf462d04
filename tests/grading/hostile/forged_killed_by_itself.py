# expect: crashed
# family: forged verdicts
# attempts: to die as if the machine had no memory left, so that nobody is to blame
# stopped by: process
# problem: kth-smallest
import os
import signal


def kth_smallest(nums, k):
    os.kill(os.getpid(), signal.SIGKILL)
