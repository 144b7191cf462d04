# expect: fail, error
# family: terminal escapes
# attempts: to fill the clipboard, to open links, to retitle, resize and lock the terminal, by what a class is called
# stopped by: cleaning
# problem: kth-smallest
bad = "\x1b]52;c;cm0gLXJm\x07\x1b]8;;file:///etc\x1b\\x\x1b]0;t\x07\x1bP+q\x1b\\\x9b2J\x8d\x90\x1b_x\x1b\\\x1bc\x1b[?1049h\u202e\u2066\u200b\ufeff\U000e0041"
E = type("E" + bad, (Exception,), {"__module__": bad, "__qualname__": bad})
exec(compile("def f():\n    raise E(bad)\n", "<solution>", "exec"))
f.__code__ = f.__code__.replace(co_name=bad, co_qualname=bad)
print(bad, end="")
import sys
import warnings

warnings.warn(bad)
print(bad, file=sys.stderr)


def kth_smallest(nums, k):
    f()
