# expect: timeout, crashed, error, fail
# family: exhaustion
# attempts: to stop itself and be continued by a timer, so that nobody sees it sleep
# stopped by: watch
# problem: kth-smallest
# timeout: 2
import os
import signal


def kth_smallest(nums, k):
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGCONT))
    signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)
    while True:
        os.kill(os.getpid(), signal.SIGSTOP)
