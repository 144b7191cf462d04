# expect: fail, crashed, error
# family: forged verdicts
# attempts: to break the judge with arguments that it claims to have changed, under names that are none
# stopped by: protocol
import itertools
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
reports = itertools.cycle(
    [["args[x]"], ["args["], ["kwargs['"], ["args[-7]"], [[]], ["param."], ["args[99999999999999999999]"], ["\x1b[2J"], [None]]
)


def call(frame):
    return {"out": None, "mutated": next(reports), "grads": {"args[x]": 1}}


runner.call = call


def attention(q, k, v, mask=None):
    return v, v
