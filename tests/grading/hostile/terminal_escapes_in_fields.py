# expect: error, fail, crashed
# family: terminal escapes
# attempts: escapes in the fields that only the program's own code fills: paths, types, traces, names of functions that ran
# stopped by: cleaning
import itertools
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]

bad = "\x1b[2J\x1b]0;owned\x07\u202e\x9b1m"
answers = itertools.cycle(
    [
        {"out": None, "mutated": [f"kwargs['{bad}']", f"args[0]{bad}"]},
        {"out": {bad: bad, (bad,): [bad]}, "mutated": []},
        {"out": (type(bad, (), {})(), bad), "mutated": [], "operators": [bad], "largest": 1},
    ]
)
calls = 0


def call(frame):
    global calls
    calls += 1
    if calls % 4 == 0:
        runner.send("err", None, type=bad, text=bad, trace=f'  File "{bad}"\n{bad}', line=1)
        return next(answers)
    return next(answers)


runner.call = call


def attention(q, k, v, mask=None):
    return v, v
