# expect: crashed
# family: forged verdicts
# attempts: to claim, once it runs, that other layers are in force than those of the first frame
# stopped by: protocol
# problem: kth-smallest
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
runner.send("ready", {"landlock": "off", "seccomp": "on", "verdict": "pass"})


def kth_smallest(nums, k):
    return None
