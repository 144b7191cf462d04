# expect: crashed
# family: spies and gradients
# attempts: to call the given function with names that are none, words of the language, and its own
# stopped by: protocol
# problem: heun-step
def heun_step(v, x, t, dt):
    f = v
    for name in ("self", "", "*", "__class__", "\x1b[2J", "x" * 60000, "lambda"):
        try:
            f(x, **{name: 1})
        except Exception:
            pass
    r = f._runner
    for value in ([1], {1: 2}, None, ([], {1: 2}), ([[[]]], {"a": {"b": []}})):
        try:
            r.send("callback", value, callback=0, tape=True)
            r.receive()
        except Exception:
            pass
    return None
