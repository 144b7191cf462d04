# expect: error, fail, timeout, crashed
# family: exhaustion
# attempts: a timer that interrupts every system call, also those of the runner, with an exception
# stopped by: protocol
# problem: kth-smallest
# timeout: 0.3
import signal


def interrupt(number, frame):
    raise InterruptedError("again")


signal.signal(signal.SIGALRM, interrupt)
signal.setitimer(signal.ITIMER_REAL, 1e-4, 1e-4)


def kth_smallest(nums, k):
    return None
