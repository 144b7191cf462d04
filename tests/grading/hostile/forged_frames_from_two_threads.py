# expect: crashed, error, fail
# family: forged verdicts
# attempts: to mix the bytes of two answers, so that the judge reads one that nobody wrote
# stopped by: protocol
import sys
import threading

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]


def attention(q, k, v, mask=None):
    def answer():
        for _ in range(50):
            runner.send("ok", {"out": (v, v), "mutated": []})

    for _ in range(2):
        threading.Thread(target=answer, daemon=True).start()
    return v, v
