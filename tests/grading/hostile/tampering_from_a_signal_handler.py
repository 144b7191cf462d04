# expect: crashed, fail, error
# family: tampering
# attempts: to write answers from a signal handler, whenever the runner waits for the next question
# stopped by: protocol
# problem: kth-smallest
# timeout: 0.5
import signal
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]


def answer(number, frame):
    runner.send("ok", {"out": True, "verdict": "pass"})


signal.signal(signal.SIGALRM, answer)
signal.setitimer(signal.ITIMER_REAL, 0.005, 0.005)


def kth_smallest(nums, k):
    return None
